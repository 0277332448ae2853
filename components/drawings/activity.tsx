import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** A ledger of what was done. */
export function ActivityDrawing() {
  return (
    <Frame>
      <rect x="34" y="6" width="92" height="98" rx="9" className={PAPER} />
      <path d="M34 38h92M34 71h92" className={FAINT} />
      <path d="m47 22 5 5 9-10" className={ACCENT} />
      <circle cx="54" cy="54" r="6" />
      <circle cx="54" cy="87" r="6" />
      <path d="M72 19h40M72 51h40M72 84h40" />
      <path d="M72 27h24M72 59h16M72 92h28" className={FAINT} />
    </Frame>
  );
}
