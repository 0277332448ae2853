import { ACCENT, Frame } from "./frame";

/** A ledger of what was done. */
export function ActivityDrawing() {
  return (
    <Frame box={[33, 11, 62, 74]}>
      <rect x="34" y="12" width="60" height="72" rx="7" />
      <path d="m44 29 4 4 7-8" className={ACCENT} />
      <circle cx="49" cy="48" r="4.5" />
      <circle cx="49" cy="66" r="4.5" />
      <path d="M64 29h20M64 48h14M64 66h20" />
    </Frame>
  );
}
