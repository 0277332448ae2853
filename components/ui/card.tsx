import type { ReactNode } from "react";
import { cn } from "./cn";

/** The one level of card there is; its parts are parted by hairlines. Never a card in a card. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn("rounded-card border border-line-strong bg-raised", className)}>
      {children}
    </div>
  );
}

export function CardPart({ children, className }: { children: ReactNode; className?: string }) {
  return <section className={cn("not-first:border-t base:p-5", className)}>{children}</section>;
}

/** A page's text beside its second column of 328 px, which stays in sight. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
      <div className="min-w-0">{children}</div>
      <aside className="lg:sticky lg:top-6">{aside}</aside>
    </div>
  );
}

/** Facts under each other: a word in small type, then what it is. */
export function Facts({ facts }: { facts: readonly { term: string; children: ReactNode }[] }) {
  return (
    <dl className="grid gap-3">
      {facts.map(({ term, children }) => (
        <div key={term} className="min-w-0">
          <dt className="text-note text-ink-3">{term}</dt>
          <dd className="wrap-anywhere">{children}</dd>
        </div>
      ))}
    </dl>
  );
}
