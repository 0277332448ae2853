import type { ReactNode } from "react";

export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  /** At most one number a line: what waits, or what is red. */
  count?: {
    value: number;
    /** Read out after the number: "czeka", "bez połączenia". */
    label: string;
    bad?: boolean;
  };
}

/** The item whose pages `pathname` is among; the deepest one, where two would fit. */
export function activeItem<I extends { href: string }>(
  items: readonly I[],
  pathname: string,
): I | undefined {
  return items
    .filter(({ href }) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
