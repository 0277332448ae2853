import { ACCENT, Frame } from "./frame";

/** A plug in front of its socket. */
export function IntegrationsDrawing() {
  return (
    <Frame box={[7, 21, 114, 46]}>
      <path d="M8 66c14 0 10-18 24-18h6M120 30c-14 0-10 18-24 18h-6" />
      <path d="M38 38h12a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6H38zM56 44h8M56 52h8" />
      <path d="M90 36H80a6 6 0 0 0-6 6v12a6 6 0 0 0 6 6h10z" />
      <path d="M56 28c5-7 13-7 18 0" className={ACCENT} />
    </Frame>
  );
}
