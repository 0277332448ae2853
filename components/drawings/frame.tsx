import type { ReactNode } from "react";

/** Strokes of this class: exactly one in each drawing, as in a tool's mark. */
export const ACCENT = "stroke-accent-ink";
/** What stands in front of something else hides it. */
export const PAPER = "fill-raised";
/** Lines of writing, and what only hints at something. */
export const FAINT = "stroke-control";

/** What all drawings share: lines of ink as in a tool's mark, on one quiet ground. 160 by 112 px. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 160 112"
      width={160}
      height={112}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="block shrink-0 text-ink"
    >
      <rect y="16" width="160" height="84" rx="14" className="fill-sunken stroke-none" />
      {children}
    </svg>
  );
}
