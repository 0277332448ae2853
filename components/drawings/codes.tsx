import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** A code being read. */
export function CodesDrawing() {
  return (
    <Frame>
      <rect x="40" y="16" width="80" height="80" rx="9" className={PAPER} />
      <rect x="51" y="27" width="20" height="20" rx="4" />
      <rect x="89" y="27" width="20" height="20" rx="4" />
      <rect x="51" y="65" width="20" height="20" rx="4" />
      <path d="M61 37h.01M99 37h.01M61 75h.01" strokeWidth="5" />
      <path
        d="M80 29h.01M80 38h.01M80 47h.01M80 66h.01M80 75h.01M80 84h.01M92 67h.01M101 67h.01M92 76h.01M107 76h.01M99 84h.01M107 85h.01"
        strokeWidth="4"
      />
      <path
        d="M28 30V14a8 8 0 0 1 8-8h16M108 6h16a8 8 0 0 1 8 8v16M132 82v16a8 8 0 0 1-8 8h-16M52 106H36a8 8 0 0 1-8-8V82"
        className={FAINT}
      />
      <path d="M20 56h120" className={ACCENT} />
    </Frame>
  );
}
