import { ACCENT, Frame } from "./frame";

/** Moments to come, right of now. */
export function TimelineDrawing() {
  return (
    <Frame>
      <path d="M8 72h112M22 68v8M52 68v8M82 68v8M112 68v8" />
      <path d="M36 16v64" className={ACCENT} />
      <circle cx="52" cy="44" r="5" />
      <circle cx="82" cy="30" r="5" />
      <circle cx="112" cy="50" r="5" />
      <path d="M52 49v12M82 35v26M112 55v6" />
    </Frame>
  );
}
