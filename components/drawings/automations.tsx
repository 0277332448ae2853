import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** Something happens, time passes, something is done. */
export function AutomationsDrawing() {
  return (
    <Frame>
      <path d="M48 58h8M104 58h8" strokeDasharray="1 5" />
      <rect x="12" y="40" width="36" height="36" rx="9" className={PAPER} />
      <path d="M22 54h16l2 12H20zM25.5 54v-1a4.5 4.5 0 0 1 9 0v1" />
      <circle cx="80" cy="58" r="26" className={PAPER} />
      <path d="M80 36v3M80 77v3M58 58h3M99 58h3" className={FAINT} />
      <path d="M80 44v14l9 6" className={ACCENT} />
      <rect x="112" y="40" width="36" height="36" rx="9" className={PAPER} />
      <path d="m122 58 6 6 10-12" />
    </Frame>
  );
}
