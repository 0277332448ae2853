"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactNode, RefObject } from "react";

export interface TooltipPopupProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange(open: boolean): void;
  children: ReactNode;
}

export function TooltipPopup({ id, anchor, open, onOpenChange, children }: TooltipPopupProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={6} className="pointer-events-none z-50">
          <Base.Popup
            id={id}
            role="tooltip"
            // Comes after a moment, so that a passing pointer shows nothing; goes at once.
            className="max-w-80 rounded-control bg-ink px-2.5 py-1.5 text-note text-page transition-opacity delay-300 duration-120 data-ending-style:opacity-0 data-ending-style:delay-0 data-starting-style:opacity-0"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
