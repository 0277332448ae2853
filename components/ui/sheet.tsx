"use client";

import type { ReactNode } from "react";
import { Cross, type DialogProps } from "./dialog";
import { useWindow } from "./use-window";

/** 520 px from the right: making and editing beside a page that stays visible. */
export function Sheet(props: Omit<DialogProps, "size" | "foot">) {
  const { title, description, closeLabel, children } = props;
  const { open, change, button, FloatingWindow, within } = useWindow(props);
  return (
    <>
      {button}
      {FloatingWindow
        ? within(
            <FloatingWindow
              shape="sheet"
              open={open}
              onOpenChange={change}
              title={title}
              description={description}
              cross={<Cross label={closeLabel} />}
            >
              {children}
            </FloatingWindow>,
          )
        : null}
    </>
  );
}

/** The scrolled part. Put it and `SheetFoot` into a `<form className={sheetForm}>`. */
export function SheetBody({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-0 flex-1 auto-rows-max content-start gap-5 overflow-y-auto px-6 py-5 max-md:px-4">
      {children}
    </div>
  );
}

/** Primary button, the way back, and a note under them. */
export function SheetFoot({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center gap-2 border-t px-6 py-4 max-md:px-4">
      {children}
      {note ? <p className="w-full text-note text-ink-3">{note}</p> : null}
    </footer>
  );
}

export const sheetForm = "flex min-h-0 flex-1 flex-col";
