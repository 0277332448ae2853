import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** A plug in front of its socket. */
export function IntegrationsDrawing() {
  return (
    <Frame>
      <path d="M4 92c18 0 14-36 30-36h6M156 20c-18 0-14 36-30 36h-6" />
      <path
        d="M44 38h14a11 11 0 0 1 11 11v14a11 11 0 0 1-11 11H44a4 4 0 0 1-4-4V42a4 4 0 0 1 4-4z"
        className={PAPER}
      />
      <path d="M69 50h11M69 62h11M49 48v16" />
      <path
        d="M116 36h-14a12 12 0 0 0-12 12v16a12 12 0 0 0 12 12h14a4 4 0 0 0 4-4V40a4 4 0 0 0-4-4z"
        className={PAPER}
      />
      <path d="M98 50h6M98 62h6" className={FAINT} />
      <path d="M66 28c8-9 20-9 28 0" className={ACCENT} />
    </Frame>
  );
}
