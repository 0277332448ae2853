"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./button";
import { cn } from "./cn";
import type { DialogProps } from "./dialog";
import { floating, veil } from "./overlay-style";

/** 520 px from the right: making and editing beside a page that stays visible. */
export function Sheet(props: Omit<DialogProps, "size" | "foot">) {
  const { trigger, open, onOpenChange, title, description, closeLabel, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={veil} />
        <Base.Popup
          className={cn(
            floating,
            "fixed inset-y-0 right-0 z-40 flex w-130 max-w-full flex-col border-l",
            "data-ending-style:translate-x-2 data-starting-style:translate-x-2",
          )}
        >
          <header className="flex items-start justify-between gap-4 border-b px-6 py-5 max-md:px-4">
            <div className="min-w-0">
              <Base.Title className="text-balance text-title">{title}</Base.Title>
              {description ? (
                <Base.Description className="text-pretty text-small text-ink-2">
                  {description}
                </Base.Description>
              ) : null}
            </div>
            <Base.Close
              render={
                <IconButton label={closeLabel} className="-mt-0.5 -mr-2">
                  <X aria-hidden />
                </IconButton>
              }
            />
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The scrolled part. Put it and `SheetFoot` into a `<form className={sheetForm}>`. */
export function SheetBody({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-0 flex-1 content-start gap-5 overflow-y-auto px-6 py-5 max-md:px-4">
      {children}
    </div>
  );
}

/** Primary button, the way back, then a note at the right. */
export function SheetFoot({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center gap-2 border-t px-6 py-4 max-md:px-4">
      {children}
      {note ? (
        <span className="ml-auto min-w-0 text-right text-note text-ink-3 max-md:w-full max-md:text-left">
          {note}
        </span>
      ) : null}
    </footer>
  );
}

export const sheetForm = "flex min-h-0 flex-1 flex-col";
