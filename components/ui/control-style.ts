/**
 * The frame that everything typed into or chosen from shares; it stands round an input, or is the
 * control itself. A phone enlarges the page when a field under 16 px is tapped.
 */
export const controlFrame = [
  "flex min-h-9 items-center gap-2 rounded-control border bg-raised px-3 text-left base:w-full base:min-w-0 base:border-control",
  "transition-colors max-md:min-h-11 base:max-md:text-[1rem]",
  "hover:border-ink-2",
  "aria-invalid:border-bad has-aria-invalid:border-bad",
  "disabled:border-line-strong disabled:bg-sunken disabled:text-ink-3",
  "has-disabled:border-line-strong has-disabled:bg-sunken has-disabled:text-ink-3",
].join(" ");

/** The frame takes the ring of the input inside it. */
export const frameFocus =
  "has-[input:focus-visible]:border-accent-ink has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-1 has-[input:focus-visible]:outline-accent-ink";

export const bareInput =
  "h-[2.125rem] w-full min-w-0 flex-1 bg-transparent outline-none disabled:cursor-not-allowed max-md:h-10";

/** Where a list opens below its control. */
export const popup = [
  "overflow-hidden rounded-card border border-line-strong bg-raised shadow-float outline-none",
  "transition-[opacity,translate] duration-120 data-ending-style:opacity-0 data-starting-style:-translate-y-1 data-starting-style:opacity-0",
].join(" ");

export const listItem =
  "min-h-9 cursor-default items-center gap-2.5 px-3 py-1.5 outline-none select-none data-highlighted:bg-sunken data-disabled:text-ink-3 max-md:min-h-11";
