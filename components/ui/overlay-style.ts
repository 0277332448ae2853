/** What lies over the page while something floats above it. */
export const veil =
  "fixed inset-0 z-40 bg-veil transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const floating =
  "border-line-strong bg-raised shadow-float outline-none transition-[opacity,translate] duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0";
