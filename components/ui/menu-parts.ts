"use client";

import type { Menu } from "@base-ui/react/menu";
import { createContext, use } from "react";

/** Base UI's menu, once it is there: what stands in a menu is only drawn inside its popup. */
export const MenuParts = createContext<typeof Menu | null>(null);

export function useMenuParts(): typeof Menu {
  const parts = use(MenuParts);
  if (!parts) throw new Error("stands in a Menu only");
  return parts;
}
