import { ACCENT, Frame } from "./frame";

/** Moments to come, right of now. */
export function TimelineDrawing() {
  return (
    <Frame box={[7, 15, 114, 66]}>
      <path d="M8 72h112M22 68v8" />
      <path d="M36 16v64" className={ACCENT} />
      <circle cx="52" cy="44" r="5" />
      <circle cx="82" cy="30" r="5" />
      <circle cx="112" cy="50" r="5" />
      <path d="M52 49v27M82 35v41M112 55v21" />
    </Frame>
  );
}
