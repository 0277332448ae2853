"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Close } from "./close";
import { Foot } from "./dialog";
import { useWindow, type WindowProps } from "./use-window";

export interface ConfirmProps extends WindowProps {
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
  const { pending = false } = props;
  const { open, change, button, FloatingWindow, within } = useWindow(props);
  return (
    <>
      {button}
      {FloatingWindow
        ? within(
            <FloatingWindow
              shape="dialog"
              asks
              open={open}
              onOpenChange={(next) => !pending && change(next)}
              title={props.title}
              description={props.description}
              className="md:max-w-120"
            >
              <div className="min-h-0 overflow-y-auto px-6 pb-5 empty:p-0 max-md:px-4">
                {props.children}
              </div>
              <Foot>
                <Close>
                  <Button disabled={pending}>{props.cancelLabel}</Button>
                </Close>
                <Button
                  variant={props.danger ? "destroy" : "primary"}
                  pending={pending}
                  pendingLabel={props.pendingLabel}
                  onClick={props.onConfirm}
                >
                  {props.confirmLabel}
                </Button>
              </Foot>
            </FloatingWindow>,
          )
        : null}
    </>
  );
}
