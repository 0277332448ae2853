"use client";

import { type FocusEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from "react";
import { useLater } from "./use-later";

const load = () => import("./tooltip-popup");

/**
 * What an element needs to show `text` while the pointer or the keyboard's focus is on it. The popup is
 * fetched then. `applies` may say no, for example when nothing is cut.
 */
export function useTooltip(
  text: ReactNode,
  applies: (element: HTMLElement) => boolean = () => true,
) {
  const [parts, want] = useLater(load);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  const id = useId();

  function show(element: HTMLElement) {
    if (!applies(element)) return;
    anchor.current = element;
    want();
    setOpen(true);
  }
  const hide = () => setOpen(false);
  const attributes = {
    "aria-describedby": open && parts ? id : undefined,
    onPointerEnter: (event: PointerEvent<HTMLElement>) =>
      event.pointerType !== "touch" && show(event.currentTarget),
    onPointerLeave: hide,
    onPointerDown: hide,
    onFocus: (event: FocusEvent<HTMLElement>) =>
      event.currentTarget.matches(":focus-visible") && show(event.currentTarget),
    onBlur: hide,
  };
  const popup = parts ? (
    <parts.TooltipPopup id={id} anchor={anchor} open={open} onOpenChange={setOpen}>
      {text}
    </parts.TooltipPopup>
  ) : null;
  return { attributes, popup };
}
