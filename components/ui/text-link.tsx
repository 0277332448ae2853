import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={cn("link", className)} {...rest} />;
}

/** A page outside the panel: opens beside it and doesn't tell that page where the reader came from. */
export function OutsideLink({ className, ...rest }: ComponentProps<"a"> & { href: string }) {
  return <a target="_blank" rel="noreferrer" className={cn("link", className)} {...rest} />;
}
