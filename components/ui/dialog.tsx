"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "./button";
import { cn } from "./cn";
import { floating, veil } from "./overlay-style";

export interface DialogProps {
  /** The button that opens it; or control it with `open` and `onOpenChange`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?(open: boolean): void;
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
  const { trigger, open, onOpenChange, title, description, closeLabel, children, foot } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={veil} />
        <Base.Viewport className="fixed inset-0 z-40 grid grid-rows-[minmax(0,1fr)] place-items-center p-6 max-md:items-end max-md:p-0">
          <Base.Popup
            className={cn(
              floating,
              "flex max-h-full w-full flex-col rounded-card border max-md:max-h-[92dvh] max-md:rounded-b-none",
              "data-ending-style:translate-y-2 data-starting-style:translate-y-2",
              WIDTHS[props.size ?? "base"],
            )}
          >
            <header className="flex items-start justify-between gap-4 px-6 pt-6 pb-4 max-md:px-4">
              <div className="min-w-0">
                <Base.Title className="text-balance text-title">{title}</Base.Title>
                {description ? (
                  <Base.Description className="mt-1 text-pretty text-ink-2 [&_b]:font-medium [&_b]:text-ink">
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
            <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5 max-md:px-4">{children}</div>
            {foot ? <Foot>{foot}</Foot> : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

export function Foot({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4 max-md:px-4">
      {children}
    </footer>
  );
}

/** What the press will do, in words, at the left of the buttons. */
export function FootNote({ children }: { children: ReactNode }) {
  return <div className="mr-auto min-w-0 flex-1 basis-60 text-small text-ink-2">{children}</div>;
}

/** Closes the dialog or sheet it stands in. */
export function Close({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}
