import { ACCENT, Frame } from "./frame";

/** A sheet whose rest is missing. */
export function NotFoundDrawing() {
  return (
    <Frame box={[39, 11, 50, 74]}>
      <path d="M40 66V18a6 6 0 0 1 6-6h24l18 18v36M70 12v18h18" />
      <path d="m40 66 8-6 8 6 8-6 8 6 8-6 8 6M50 36h10M50 46h24" />
      <path
        d="M40 76v2a6 6 0 0 0 6 6h36a6 6 0 0 0 6-6v-2"
        strokeDasharray="3 5"
        className={ACCENT}
      />
    </Frame>
  );
}
