import { ACCENT, Frame } from "./frame";

/** Something happens, time passes, something is done. */
export function AutomationsDrawing() {
  return (
    <Frame box={[11, 29, 112, 38]}>
      <circle cx="20" cy="48" r="8" />
      <path d="M28 48h18M82 48h14M90 42l6 6-6 6" />
      <circle cx="64" cy="48" r="18" />
      <path d="M64 37v11l7 5" className={ACCENT} />
      <rect x="98" y="36" width="24" height="24" rx="6" />
      <path d="m105 48 4 4 7-8" />
    </Frame>
  );
}
