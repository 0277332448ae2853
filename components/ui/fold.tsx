import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface FoldProps {
  title: ReactNode;
  /** In mono beside the title: "202 Accepted". */
  note?: ReactNode;
  open?: boolean;
  children: ReactNode;
  className?: string;
}

/** Folded until wanted: a request, an answer, a guide. */
export function Fold({ title, note, open, children, className }: FoldProps) {
  return (
    <details
      open={open}
      className={cn(
        "group/fold overflow-hidden rounded-control border border-line-strong bg-raised",
        className,
      )}
    >
      <summary className="flex min-h-9 list-none items-center gap-2 px-3 text-small -outline-offset-2 max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-open/fold:rotate-90"
        />
        <span className="font-medium">{title}</span>
        {note ? (
          <span className="min-w-0 truncate font-mono text-code text-ink-2">{note}</span>
        ) : null}
      </summary>
      <div className="border-t">{children}</div>
    </details>
  );
}

/** Text of a machine, as it is. */
export function Code({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn(
        "max-h-110 overflow-auto whitespace-pre-wrap bg-sunken p-3 font-mono text-code wrap-anywhere -outline-offset-2",
        className,
      )}
    >
      {children}
    </pre>
  );
}
