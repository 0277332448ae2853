import { ACCENT, Frame } from "./frame";

/** An envelope under way. */
export function DeliveriesDrawing() {
  return (
    <Frame box={[7, 25, 114, 46]}>
      <path d="M8 40h12M14 52h6" />
      <rect x="28" y="26" width="62" height="44" rx="7" />
      <path d="m30 33 24 18a8 8 0 0 0 10 0l24-18" />
      <path d="M98 48h22M112 40l8 8-8 8" className={ACCENT} />
    </Frame>
  );
}
