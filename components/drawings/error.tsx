import { ACCENT, FAINT, Frame, PAPER } from "./frame";

/** A cable that came apart. */
export function ErrorDrawing() {
  return (
    <Frame>
      <path d="M4 64c14 0 12-8 24-8h6M156 48c-14 0-12 8-24 8h-6" />
      <path
        d="M34 42h16a9 9 0 0 1 9 9v10a9 9 0 0 1-9 9H34a4 4 0 0 1-4-4V46a4 4 0 0 1 4-4z"
        className={PAPER}
      />
      <path
        d="M126 42h-16a9 9 0 0 0-9 9v10a9 9 0 0 0 9 9h16a4 4 0 0 0 4-4V46a4 4 0 0 0-4-4z"
        className={PAPER}
      />
      <path d="M59 51h8M59 61h8M38 50v12M122 50v12" />
      <path d="m84 26-10 16h12l-8 16" className={ACCENT} />
      <path d="M68 76l-5 8M80 78v10M92 76l5 8" className={FAINT} />
    </Frame>
  );
}
