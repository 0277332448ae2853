import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** A course on its way out of the box. */
export function ProductsDrawing() {
  return (
    <Frame>
      <path d="M58 64V12a6 6 0 0 1 6-6h24l14 14v44" className={PAPER} />
      <path d="M88 6v14h14" />
      <path d="M66 48h28M66 55h20" className={FAINT} />
      <path d="m73 23 13 8-13 8z" className={ACCENT} />
      <path d="M40 64h80v32a6 6 0 0 1-6 6H46a6 6 0 0 1-6-6z" className={PAPER} />
      <path d="M40 64 26 50M120 64l14-14" />
      <path d="M70 78h20" />
    </Frame>
  );
}
