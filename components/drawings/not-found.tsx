import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** A sheet whose rest is missing. */
export function NotFoundDrawing() {
  return (
    <Frame>
      <path
        d="M48 74V14a8 8 0 0 1 8-8h32l24 24v44l-8-7-8 7-8-7-8 7-8-7-8 7-8-7z"
        className={PAPER}
      />
      <path d="M88 6v16a8 8 0 0 0 8 8h16" />
      <path d="M60 24h14M60 38h24" />
      <path d="M60 50h36" className={FAINT} />
      <path
        d="M48 88v10a8 8 0 0 0 8 8h48a8 8 0 0 0 8-8V88"
        strokeDasharray="3 6"
        className={ACCENT}
      />
    </Frame>
  );
}
