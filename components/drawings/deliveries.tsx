import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** An envelope under way. */
export function DeliveriesDrawing() {
  return (
    <Frame>
      <path d="M10 46h16M18 58h12M8 70h18" className={FAINT} />
      <rect x="38" y="28" width="76" height="56" rx="8" className={PAPER} />
      <path d="m41 35 29 23a10 10 0 0 0 12 0l29-23" />
      <path d="m41 78 21-19M111 78 90 59" className={FAINT} />
      <path d="M124 56h26M141 47l9 9-9 9" className={ACCENT} />
    </Frame>
  );
}
