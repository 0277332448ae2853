import type { ReactNode } from "react";

/** What may be read here and not changed: its controls are disabled, and what is `locked:hidden` is gone. */
export function Locked({ when, children }: { when: boolean; children: ReactNode }) {
  if (!when) return children;
  return (
    <fieldset disabled className="contents">
      {children}
    </fieldset>
  );
}
