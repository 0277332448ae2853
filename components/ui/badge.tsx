import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type Tone = "ok" | "bad" | "warn" | "idle";

export const TONE_INK: Record<Tone, string> = {
  ok: "text-ok",
  bad: "text-bad",
  warn: "text-warn",
  idle: "text-idle",
};
const SOFT: Record<Tone, string> = {
  ok: "bg-ok-soft",
  bad: "bg-bad-soft",
  warn: "bg-warn-soft",
  idle: "bg-idle-soft",
};

export interface BadgeProps {
  tone: Tone;
  icon: LucideIcon;
  /** On its soft ground, beside a title or alone. In tables: without. */
  boxed?: boolean;
  turning?: boolean;
  className?: string;
  children: ReactNode;
}

/** Status: icon and word, always both. */
export function Badge({ tone, icon: Icon, boxed, turning, className, children }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 base:text-small base:font-medium base:whitespace-nowrap",
        TONE_INK[tone],
        boxed && ["h-6 rounded-control pr-2 pl-1.5", SOFT[tone]],
        className,
      )}
    >
      <Icon aria-hidden className={cn("size-4 shrink-0", turning && "animate-spin")} />
      {children}
    </span>
  );
}
