import { ACCENT, Frame } from "./frame";

/** A lens over lines that say something else. */
export function SearchDrawing() {
  return (
    <Frame box={[13, 17, 103, 66]}>
      <path d="M14 26h22M14 44h18M14 62h24M92 26h22M100 44h14" />
      <circle cx="64" cy="42" r="24" />
      <path d="m82 60 20 22" className={ACCENT} />
      <path d="M54 38h20M54 47h11" />
    </Frame>
  );
}
