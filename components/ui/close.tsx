"use client";

import { cloneElement, createContext, type ReactElement, use } from "react";

/** Closes the window around it; filled in by `useWindow`. */
export const CloseContext = createContext<() => void>(() => {});

/** Makes a button close the dialog or sheet it stands in. */
export function Close({ children }: { children: ReactElement<{ onClick?(): void }> }) {
  return cloneElement(children, { onClick: use(CloseContext) });
}
