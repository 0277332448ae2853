"use client";

import { cn } from "./cn";
import { useTooltip } from "./use-tooltip";

const isCut = (element: HTMLElement) => element.scrollWidth > element.clientWidth;

/** One line, cut with an ellipsis; the whole of it in a tooltip, when it is cut. On a phone it wraps. */
export function Truncate({ children, className }: { children: string; className?: string }) {
  const { attributes, popup } = useTooltip(children, isCut);
  return (
    <>
      <span
        {...attributes}
        className={cn("relative block min-w-0 max-md:wrap-break-word md:truncate", className)}
      >
        {children}
      </span>
      {popup}
    </>
  );
}
