import type { ReactNode } from "react";

/** Strokes of this class: exactly one in each drawing, as in a tool's mark. */
export const ACCENT = "stroke-accent-ink";

export interface FrameProps {
  /** Left, top, width and height of what is drawn, in px: its edge stands where the words below begin. */
  box: readonly [number, number, number, number];
  children: ReactNode;
}

/** What all drawings share: lines of ink as in a tool's mark, no ground and no fill. */
export function Frame({ box, children }: FrameProps) {
  const [, , width, height] = box;
  return (
    <svg
      aria-hidden
      viewBox={box.join(" ")}
      width={width}
      height={height}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="block shrink-0 text-ink"
    >
      {children}
    </svg>
  );
}
