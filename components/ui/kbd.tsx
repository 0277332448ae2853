import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-check border border-line-strong px-1.5 font-sans text-note text-ink-3">
      {children}
    </kbd>
  );
}
