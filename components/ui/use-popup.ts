"use client";

import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { useLater } from "./use-later";

/** What a popup needs from the button that opens it. */
export interface PopupState {
  /** Of what the button controls. */
  popupId: string;
  anchor: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange(open: boolean, details: { reason: string; event: Event; cancel(): void }): void;
}

/**
 * Joins a button, which is on the page from the start, with a popup of Base UI's that is fetched when the
 * pointer or the focus first reaches the button.
 */
export function usePopup<P extends object>(load: () => Promise<P>, onOpen?: () => void) {
  const [parts, want] = useLater(load);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const popupId = useId();

  function change(next: boolean) {
    if (next) {
      want();
      onOpen?.();
    }
    setOpen(next);
  }
  const popup: PopupState = {
    popupId,
    anchor,
    open,
    onOpenChange(next, details) {
      // A press on the button is the button's own to answer, or it would open again what it closed.
      if (!next && anchor.current?.contains(details.event.target as Node)) details.cancel();
      else change(next);
    },
  };
  const trigger = {
    ref: anchor,
    "aria-expanded": open,
    "aria-controls": open && parts ? popupId : undefined,
    onPointerEnter: want,
    onFocus: want,
    onClick: () => change(!open),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      change(true);
    },
  };
  return { parts, popup, trigger };
}
