import type { ReactNode } from "react";
import { rowId } from "./sentence";

interface EditorRowProps {
  /** Name of the row: its address, and what the sentence lights up. */
  row: string;
  title: string;
  /** Said instead of the controls as long as the row can't be decided yet. */
  first?: string;
  children?: ReactNode;
}

/** One line of the rule: a word, then its controls; a hairline below. */
export function EditorRow({ row, title, first, children }: EditorRowProps) {
  return (
    <section
      id={rowId(row)}
      data-row={row}
      aria-labelledby={`${rowId(row)}-title`}
      className="grid scroll-mt-6 gap-x-4 gap-y-1 border-b py-4 max-md:scroll-mt-16 max-md:pb-5 md:grid-cols-[5rem_minmax(0,1fr)]"
    >
      <h2 id={`${rowId(row)}-title`} className="leading-9 font-semibold max-md:leading-7">
        {title}
      </h2>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2">
        {first ? <p className="leading-9 text-ink-3 max-md:leading-7">{first}</p> : children}
      </div>
    </section>
  );
}

export function RowHint({ children }: { children: ReactNode }) {
  return <p className="text-pretty text-small text-ink-2">{children}</p>;
}

export function RowError({ children }: { children?: string }) {
  if (!children) return null;
  return (
    <p role="alert" className="text-small text-bad">
      {children}
    </p>
  );
}
