"use client";

import { cloneElement, type ReactElement, type ReactNode, useEffect, useState } from "react";
import { CloseContext } from "./close";
import { useLater } from "./use-later";

const load = () => import("./floating-window");

export interface WindowProps {
  /** The button that opens it; or control it with `open` and `onOpenChange`. */
  trigger?: ReactElement<TriggerProps>;
  open?: boolean;
  onOpenChange?(open: boolean): void;
}

interface TriggerProps {
  onClick?(): void;
  onPointerEnter?(): void;
  onFocus?(): void;
  "aria-haspopup"?: "dialog";
}

/**
 * Whether a dialog, sheet or question is open, its trigger, and `FloatingWindow` once that is fetched:
 * when the trigger is first reached, or when it has to open.
 */
export function useWindow({ trigger, open: controlled, onOpenChange }: WindowProps) {
  const [parts, want] = useLater(load);
  const [own, setOwn] = useState(false);
  const open = controlled ?? own;
  useEffect(() => {
    if (open) want();
  }, [open, want]);

  function change(next: boolean) {
    setOwn(next);
    onOpenChange?.(next);
  }
  const button =
    trigger &&
    cloneElement(trigger, {
      onClick: () => change(true),
      onPointerEnter: want,
      onFocus: want,
      "aria-haspopup": "dialog",
    });
  const within = (inside: ReactNode) => (
    <CloseContext value={() => change(false)}>{inside}</CloseContext>
  );
  return { open, change, button, FloatingWindow: parts?.FloatingWindow, within };
}
