/** A primary button for pages that stand in for failed ones: every page loads them, so they bring no parts. */
export const bareButton =
  "h-9 rounded-control bg-accent px-3.5 font-medium text-on-accent hover:bg-accent-hover max-md:h-11";
