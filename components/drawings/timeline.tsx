import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** Moments to come, right of now. */
export function TimelineDrawing() {
  return (
    <Frame>
      <path d="M8 88h144M24 84v8M56 84v8M88 84v8M120 84v8" className={FAINT} />
      <path d="M24 12v88" className={ACCENT} />
      <rect x="36" y="46" width="40" height="26" rx="7" className={PAPER} />
      <rect x="68" y="14" width="40" height="26" rx="7" className={PAPER} />
      <rect x="100" y="42" width="40" height="26" rx="7" className={PAPER} />
      <path d="M56 72v16M88 40v48M120 68v20" />
      <path d="M44 56h20M76 24h22M108 52h18" />
      <path d="M44 63h12M76 31h12M108 59h24" className={FAINT} />
    </Frame>
  );
}
