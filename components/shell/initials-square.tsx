import { initials } from "@/lib/format";
import { cn } from "../ui/cn";

export function InitialsSquare({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 place-items-center bg-idle-soft base:size-7 base:rounded-control text-note font-semibold text-ink-2",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
