import type { ReactNode } from "react";
import { Wordmark } from "./shell/wordmark";

/** A page outside the panel: the wordmark with what may stand across from it, and one narrow column. */
export function PlainPage({ children, across }: { children: ReactNode; across?: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col px-4">
      <header className="flex h-14 items-center justify-between md:px-6">
        <Wordmark />
        {across}
      </header>
      <main id="content" className="m-auto w-full max-w-100 py-10 md:pb-28">
        {children}
      </main>
    </div>
  );
}
