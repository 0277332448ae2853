export const tabList =
  "mb-6 flex gap-6 overflow-x-auto border-line-strong border-b [scrollbar-width:none]";

/** Drawn one pixel into the line under the list, so that the chosen one's edge replaces it. */
export const tab =
  "-mb-px border-transparent border-b-2 pb-2.5 whitespace-nowrap text-ink-2 transition-colors hover:text-ink -outline-offset-2 max-md:pt-1 max-md:pb-3";
