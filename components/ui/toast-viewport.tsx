"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleCheck, CircleX, Info, X } from "lucide-react";
import { useEffect } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./cn";
import type { ToastInput } from "./toast-input";

const ICONS = { ok: CircleCheck, bad: CircleX, info: Info };
const INKS = { ok: "text-ok", bad: "text-bad", info: "text-ink-3" };
/** Long enough to read a sentence and reach "Cofnij". */
const SHOWN_MS = 8000;

const manager = Base.createToastManager();
/** Those that came before the viewport stood; null once it stands. */
let waiting: ToastInput[] | null = [];

export function addToast(toast: ToastInput): void {
  if (waiting) {
    waiting.push(toast);
    return;
  }
  const { text, tone = "ok", action } = toast;
  const id = manager.add({
    title: text,
    type: tone,
    priority: tone === "bad" ? "high" : "low",
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.onClick();
        manager.close(id);
      },
    },
  });
}

export function ToastViewport({ closeLabel }: { closeLabel: string }) {
  useEffect(() => {
    const early = waiting ?? [];
    waiting = null;
    early.forEach(addToast);
    return () => {
      waiting = [];
    };
  }, []);
  return (
    <Base.Provider timeout={SHOWN_MS} toastManager={manager}>
      <Base.Portal>
        <Base.Viewport className="fixed right-6 bottom-6 z-60 w-fit max-w-[calc(100vw-2rem)] outline-none max-md:inset-x-4 max-md:bottom-20 max-md:w-auto">
          <Toasts closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => {
    const tone = toast.type === "bad" || toast.type === "info" ? toast.type : "ok";
    const Icon = ICONS[tone];
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        className={cn(
          "mt-2 ml-auto w-fit max-w-full rounded-card border border-line-strong bg-raised shadow-float max-md:w-full",
          "transition-[opacity,translate] duration-180 data-ending-style:opacity-0 data-limited:hidden",
          "data-starting-style:translate-y-2 data-starting-style:opacity-0",
        )}
      >
        <Base.Content className="flex min-h-11 items-center gap-2.5 py-1 pr-1.5 pl-3.5">
          <Icon aria-hidden className={cn("size-4 shrink-0", INKS[tone])} />
          <Base.Title className="min-w-0 flex-1" render={<p />} />
          {toast.actionProps ? (
            <Base.Action
              className={cn(buttonStyle({ variant: "ghost", size: "small" }), "text-accent-ink")}
            />
          ) : null}
          <Base.Close
            aria-label={closeLabel}
            className={buttonStyle({ variant: "ghost", size: "icon" })}
          >
            <X aria-hidden />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}
