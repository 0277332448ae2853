"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { popup as popupStyle } from "./control-style";
import { MenuParts } from "./menu-parts";
import type { PopupState } from "./use-popup";

export interface MenuPopupProps extends PopupState {
  label: string | undefined;
  children: ReactNode;
  align: "start" | "center" | "end";
  side: "top" | "bottom" | "left" | "right";
  fit: boolean | undefined;
}

export function MenuPopup(props: MenuPopupProps) {
  const { popupId, anchor, open, onOpenChange, label, children, align, side, fit } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align={align} side={side} className="z-50">
          <Base.Popup
            id={popupId}
            aria-label={label}
            finalFocus={anchor}
            className={cn(
              popupStyle,
              "max-h-(--available-height) max-w-80 min-w-44 overflow-y-auto py-1",
              fit && "min-w-(--anchor-width)",
            )}
          >
            <MenuParts value={Base}>{children}</MenuParts>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
