import type { ReactNode } from "react";
import { cn } from "./cn";

export interface SectionProps {
  title: ReactNode;
  /** Beside the title, in small type: how many. */
  note?: ReactNode;
  /** At the right of the title: a link to all of it, or a button. */
  aside?: ReactNode;
  /** A sentence under the title. */
  lead?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** A part of a page under its title and a line. */
export function Section({ title, note, aside, lead, id, className, children }: SectionProps) {
  return (
    <section id={id} data-section className={cn("base:mb-9 base:max-md:mb-7", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line-strong border-b pb-2.5">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="text-section">{title}</h2>
          {note ? <span className="text-small text-ink-2">{note}</span> : null}
        </div>
        {aside ? <div className="text-small">{aside}</div> : null}
        {lead ? (
          <div className="w-full">
            <p className="max-w-180 text-pretty text-ink-2">{lead}</p>
          </div>
        ) : null}
      </div>
      {children}
    </section>
  );
}
