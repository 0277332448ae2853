import { cn } from "./ui/cn";

/** Drawn on 24 × 24, ink lines and exactly one accent stroke. */
export interface Mark {
  paths: readonly { d: string; accent?: boolean }[];
}

const SIZES = {
  base: ["size-8 rounded-control border", "size-5"],
  small: ["size-6 rounded-[6px] border", "size-4"],
  bare: ["size-6", "size-5"],
};

/** A tool's own drawing in its hairline square; bare inside a frame that is there already. */
export function ToolMark({
  mark,
  size = "base",
  className,
}: {
  mark: Mark;
  size?: keyof typeof SIZES;
  className?: string;
}) {
  const [frame, drawing] = SIZES[size];
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 place-items-center border-line-strong text-ink",
        size !== "bare" && "bg-raised",
        frame,
        className,
      )}
    >
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
        className={drawing}
        aria-hidden
      >
        {mark.paths.map((path) => (
          <path key={path.d} d={path.d} className={path.accent ? "stroke-accent-ink" : undefined} />
        ))}
      </svg>
    </span>
  );
}
