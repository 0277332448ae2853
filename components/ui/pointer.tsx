"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";
import { cn } from "./cn";
import { popup } from "./control-style";

export interface PointerProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** What it points at. */
  at: Element | null;
  side: "right" | "bottom";
  /** Over the title, in small type. */
  note: ReactNode;
  title: ReactNode;
  children: ReactNode;
  foot: ReactNode;
  /** Gets the focus back. */
  from: RefObject<HTMLElement | null>;
}

/** Says something about a thing on the page, beside it. Escape and a press elsewhere end it: it holds nobody. */
export function Pointer(props: PointerProps) {
  const { open, onOpenChange, at, side, note, title, children, foot, from } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner
          anchor={at}
          side={side}
          align={side === "right" ? "center" : "start"}
          sideOffset={12}
          collisionPadding={12}
          arrowPadding={16}
          className="z-50"
        >
          <Base.Popup
            finalFocus={from}
            className={cn(popup, "w-80 max-w-(--available-width) overflow-visible")}
          >
            <Base.Arrow className="-z-10 size-3 rotate-45 border border-line-strong bg-raised data-[side=bottom]:-top-1.5 data-[side=right]:-left-1.5" />
            <div className="rounded-card bg-raised p-4">
              <div aria-live="polite">
                <p className="text-note text-ink-3">{note}</p>
                <Base.Title className="text-section">{title}</Base.Title>
                <Base.Description className="mt-1 text-pretty text-ink-2">
                  {children}
                </Base.Description>
              </div>
              <div className="mt-4 flex items-center justify-between gap-2">{foot}</div>
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
