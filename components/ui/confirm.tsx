"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { Foot } from "./dialog";
import { floating, veil } from "./overlay-style";

export interface ConfirmProps {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?(open: boolean): void;
  title: ReactNode;
  /** What will happen, to whom, and what can't be undone. */
  description: ReactNode;
  children?: ReactNode;
  /** Names the deed and its object: "Usuń integrację". */
  confirmLabel: string;
  pendingLabel?: string;
  /** The way back: "Zostaw". */
  cancelLabel: string;
  danger?: boolean;
  pending?: boolean;
  /** Close it (`onOpenChange`) when the deed is done, so that a refusal can be read here. */
  onConfirm(): void;
}

/** Asks before a deed that is not easily undone. Escape and the way back are the same. */
export function Confirm(props: ConfirmProps) {
  const { trigger, open, onOpenChange, pending = false } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => !pending && onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={veil} />
        <Base.Viewport className="fixed inset-0 z-40 grid grid-rows-[minmax(0,1fr)] place-items-center p-6 max-md:items-end max-md:p-0">
          <Base.Popup
            className={cn(
              floating,
              "flex max-h-full w-full flex-col rounded-card border max-md:rounded-b-none md:max-w-120",
              "data-ending-style:translate-y-2 data-starting-style:translate-y-2",
            )}
          >
            <div className="grid min-h-0 gap-4 overflow-y-auto px-6 pt-6 pb-5 max-md:px-4">
              <div>
                <Base.Title className="text-balance text-title">{props.title}</Base.Title>
                <Base.Description className="mt-1 text-pretty text-ink-2 [&_b]:font-medium [&_b]:text-ink">
                  {props.description}
                </Base.Description>
              </div>
              {props.children}
            </div>
            <Foot>
              <Base.Close render={<Button disabled={pending}>{props.cancelLabel}</Button>} />
              <Button
                variant={props.danger ? "destroy" : "primary"}
                pending={pending}
                pendingLabel={props.pendingLabel}
                onClick={props.onConfirm}
              >
                {props.confirmLabel}
              </Button>
            </Foot>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
