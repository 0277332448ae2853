"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./button";
import { Close } from "./close";
import { useWindow, type WindowProps } from "./use-window";

export interface DialogProps extends WindowProps {
  title: ReactNode;
  description?: ReactNode;
  /** Name of the cross. */
  closeLabel: string;
  children?: ReactNode;
  /** At the foot: the sum in words (`FootNote`), then the way back, then the primary button. */
  foot?: ReactNode;
  /** Widths of 480, 640 and 880 px. */
  size?: "small" | "base" | "wide";
}

const WIDTHS = { small: "md:max-w-120", base: "md:max-w-160", wide: "md:max-w-220" };

export function Dialog(props: DialogProps) {
  const { title, description, closeLabel, children, foot, size = "base" } = props;
  const { open, change, button, FloatingWindow, within } = useWindow(props);
  return (
    <>
      {button}
      {FloatingWindow
        ? within(
            <FloatingWindow
              shape="dialog"
              open={open}
              onOpenChange={change}
              title={title}
              description={description}
              cross={<Cross label={closeLabel} />}
              className={WIDTHS[size]}
            >
              <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5 max-md:px-4">{children}</div>
              {foot ? <Foot>{foot}</Foot> : null}
            </FloatingWindow>,
          )
        : null}
    </>
  );
}

export function Cross({ label }: { label: string }) {
  return (
    <Close>
      <IconButton label={label} className="-mt-0.5 -mr-2">
        <X aria-hidden />
      </IconButton>
    </Close>
  );
}

export function Foot({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4 max-md:px-4 max-md:[&>button]:grow">
      {children}
    </footer>
  );
}
