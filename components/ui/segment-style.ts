import { cn } from "./cn";

type Size = { size: "base" | "small" };

export function segments({ size }: Size): string {
  return cn(
    "inline-flex max-w-full gap-0.5 rounded-control border bg-raised p-0.5",
    size === "base" ? "h-9 border-control max-md:h-11" : "h-7 border-line-strong max-md:h-10",
  );
}

export function segment({ size }: Size): string {
  return cn(
    "inline-flex cursor-pointer items-center justify-center gap-1.5 rounded-[6px] text-ink-2 whitespace-nowrap transition-colors hover:text-ink",
    size === "base" ? "px-3" : "flex-1 px-2 text-note",
  );
}
