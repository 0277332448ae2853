import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** A lens over lines that say something else. */
export function SearchDrawing() {
  return (
    <Frame>
      <rect x="22" y="8" width="84" height="92" rx="9" className={PAPER} />
      <path d="M34 26h40M34 44h22M34 62h26M34 80h44" className={FAINT} />
      <circle cx="92" cy="52" r="30" className={PAPER} />
      <path d="M78 46h28M78 58h16" />
      <path d="m114 74 26 28" strokeWidth="3" className={ACCENT} />
    </Frame>
  );
}
