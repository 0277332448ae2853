import { ACCENT, Frame } from "./frame";

/** A course on its way out of the box. */
export function ProductsDrawing() {
  return (
    <Frame box={[25, 13, 78, 72]}>
      <path d="M36 50h56v34H36zM36 50 26 40M92 50l10-10M36 84h56" />
      <path d="M46 50V18a4 4 0 0 1 4-4h20l12 12v24M70 14v12h12" />
      <path d="m59 30 11 6.5L59 43z" className={ACCENT} />
      <path d="M58 62h12" />
    </Frame>
  );
}
