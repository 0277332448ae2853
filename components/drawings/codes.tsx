import { ACCENT, Frame } from "./frame";

/** A code being read. */
export function CodesDrawing() {
  return (
    <Frame box={[21, 15, 86, 66]}>
      <rect x="36" y="16" width="22" height="22" rx="5" />
      <rect x="70" y="16" width="22" height="22" rx="5" />
      <rect x="36" y="58" width="22" height="22" rx="5" />
      <path d="M47 27h.01M81 27h.01M47 69h.01M70 58h8v8M92 58v8M70 80h8M88 74v6h4" />
      <path d="M22 48h84" className={ACCENT} />
    </Frame>
  );
}
