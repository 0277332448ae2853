import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Link } from "./link";

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={cn("link", className)} {...rest} />;
}
