"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { Confirm } from "./ui/confirm";

const Guard = lazy(async () => ({ default: (await import("./leave-guard")).LeaveGuard }));

function useWords() {
  const t = useTranslations("shell.leave");
  return { title: t("title"), text: t("text"), confirm: t("confirm"), cancel: t("cancel") };
}

/** In a form: asks before a link leads away from what was typed. Fetched with the first letter. */
export function Unsaved({ when }: { when: boolean }) {
  const words = useWords();
  if (!when) return null;
  return (
    <Suspense>
      <Guard active {...words} />
    </Suspense>
  );
}

export interface AskToLeaveProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  onLeave(): void;
}

/** Inside what can be closed with something typed in it. */
export function AskToLeave({ open, onOpenChange, onLeave }: AskToLeaveProps) {
  const { title, text, confirm, cancel } = useWords();
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={text}
      confirmLabel={confirm}
      cancelLabel={cancel}
      onConfirm={onLeave}
    />
  );
}
