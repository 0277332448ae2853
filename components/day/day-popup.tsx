"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { useRef } from "react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { popup as popupStyle } from "../ui/control-style";
import type { PopupState } from "../ui/use-popup";
import { Calendar } from "./calendar";
import type { DayFieldProps } from "./day-field";

type DayPopupProps = PopupState & Omit<DayFieldProps, "short" | "className">;

/** A month below its field; the day that is chosen, or today, has the focus. */
export function DayPopup(props: DayPopupProps) {
  const { popupId, anchor, open, onOpenChange, value, onChange, any, ...calendar } = props;
  const popup = useRef<HTMLDivElement>(null);

  function choose(day: string) {
    onChange(day);
    onOpenChange(false, { reason: "choice", event: new Event("choice"), cancel() {} });
  }
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align="start" sideOffset={4} className="z-50">
          <Base.Popup
            id={popupId}
            ref={popup}
            aria-label={calendar.label}
            initialFocus={() => popup.current?.querySelector<HTMLElement>("td [tabindex='0']")}
            finalFocus={anchor}
            className={cn(popupStyle, "p-3")}
          >
            <Calendar {...calendar} value={value} onChange={choose} />
            {value ? (
              <Button variant="ghost" size="small" className="mt-2" onClick={() => choose("")}>
                {any}
              </Button>
            ) : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
