"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import type { ToastInput } from "./toast-input";

interface Toaster {
  show(toast: ToastInput): void;
}

const ToastContext = createContext<Toaster | null>(null);

/** For what can be undone, or happened elsewhere. What the reader just did shows where it was done. */
export function useToast(): Toaster {
  const toaster = use(ToastContext);
  if (!toaster) throw new Error("stands in a ToastProvider only");
  return toaster;
}

type Viewport = typeof import("./toast-viewport").ToastViewport;

/** Where toasts appear is fetched with the first one. */
export function ToastProvider({
  children,
  closeLabel,
}: {
  children: ReactNode;
  closeLabel: string;
}) {
  const [Viewport, setViewport] = useState<Viewport | null>(null);
  const toaster = useMemo(
    () => ({
      async show(toast: ToastInput) {
        const { ToastViewport, addToast } = await import("./toast-viewport");
        setViewport(() => ToastViewport);
        addToast(toast);
      },
    }),
    [],
  );
  return (
    <ToastContext value={toaster}>
      {children}
      {Viewport ? <Viewport closeLabel={closeLabel} /> : null}
    </ToastContext>
  );
}
