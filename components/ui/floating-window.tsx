"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";
import { cn } from "./cn";

export interface FloatingWindowProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** dialog: in the middle. sheet: at the right. drawer: at the left. */
  shape: "dialog" | "sheet" | "drawer";
  /** Asks before a deed: only an answer closes it, not a press beside it. */
  asks?: boolean;
  title: ReactNode;
  titleHidden?: boolean;
  description?: ReactNode;
  /** The cross at the top right. */
  cross?: ReactNode;
  className?: string;
  children?: ReactNode;
}

const veil =
  "fixed inset-0 z-40 bg-veil transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0";

const floating =
  "flex flex-col shadow-float outline-none transition-[opacity,translate] duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0";

const SHAPES = {
  dialog:
    "max-h-full w-full rounded-card border border-line-strong bg-raised data-ending-style:translate-y-2 data-starting-style:translate-y-2 max-md:max-h-[92dvh] max-md:rounded-b-none",
  sheet:
    "fixed inset-y-0 right-0 w-130 max-w-full border-line-strong border-l bg-raised data-ending-style:translate-x-2 data-starting-style:translate-x-2",
  drawer:
    "fixed inset-y-0 left-0 w-70 max-w-[85vw] border-r bg-shell data-ending-style:-translate-x-2 data-starting-style:-translate-x-2",
};

/** The first thing to fill in. */
const FIELD = "input:not([type=hidden], [type=radio]:not(:checked)), textarea, [role=combobox]";

/** Base UI's dialog in the look's three shapes. Fetched by `Dialog`, `Sheet` and `Confirm` when one opens. */
export function FloatingWindow(props: FloatingWindowProps) {
  const popup = useRef<HTMLDivElement>(null);
  const { open, onOpenChange, shape, asks, title, description, cross, className, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={asks}>
      <Base.Portal>
        <Base.Backdrop className={veil} />
        <Base.Viewport
          className={cn(
            "fixed inset-0 z-40",
            shape === "dialog" &&
              "grid grid-rows-[minmax(0,1fr)] place-items-center p-6 max-md:items-end max-md:p-0",
          )}
        >
          <Base.Popup
            ref={popup}
            role={asks ? "alertdialog" : "dialog"}
            // A finger would call up the keyboard over what it wants to read first.
            initialFocus={(by) => by === "touch" || (popup.current?.querySelector(FIELD) ?? true)}
            className={cn(floating, SHAPES[shape], className)}
          >
            <header
              className={cn(
                "flex items-start justify-between gap-4 px-6 max-md:px-4",
                shape === "dialog" ? "pt-6 pb-4" : "border-b py-5",
                props.titleHidden && "sr-only",
              )}
            >
              <div className="min-w-0">
                <Base.Title className="text-balance text-title">{title}</Base.Title>
                {description ? (
                  <Base.Description
                    render={<div />}
                    className={cn(
                      "text-pretty text-ink-2 [&_b]:font-medium [&_b]:text-ink",
                      shape === "dialog" ? "mt-1" : "text-small",
                    )}
                  >
                    {description}
                  </Base.Description>
                ) : null}
              </div>
              {cross}
            </header>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
