import { initials } from "@/lib/format";
import { cn } from "../ui/cn";

export function InitialsSquare({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-7 shrink-0 place-items-center rounded-control bg-idle-soft text-note font-semibold text-ink-2",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
