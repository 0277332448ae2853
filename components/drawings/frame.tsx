import type { ReactNode } from "react";

/** Strokes of this class: exactly one in each drawing, as in a tool's mark. */
export const ACCENT = "stroke-accent-ink";

/** The sheet of every drawing, 128 × 96: lines of ink as in a tool's mark, no ground and no fill. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 128 96"
      width={128}
      height={96}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="-mb-1 -ml-2 block shrink-0 text-ink"
    >
      {children}
    </svg>
  );
}
