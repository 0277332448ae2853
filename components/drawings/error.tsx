import { ACCENT, Frame } from "./frame";

/** A cable that came apart. */
export function ErrorDrawing() {
  return (
    <Frame box={[7, 19, 114, 56]}>
      <path d="M8 48h30M90 48h30" />
      <path d="M38 40h10a6 6 0 0 1 6 6v4a6 6 0 0 1-6 6H38zM90 40H80a6 6 0 0 0-6 6v4a6 6 0 0 0 6 6h10z" />
      <path d="m67 26-7 12h8l-7 12" className={ACCENT} transform="translate(0 -6)" />
      <path d="M54 66v4M64 68v6M74 66v4" />
    </Frame>
  );
}
