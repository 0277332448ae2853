"use client";

import { useTranslations } from "next-intl";
import { LeaveGuard } from "./leave-guard";
import { Confirm } from "./ui/confirm";

function useWords() {
  const t = useTranslations("shell.leave");
  return { title: t("title"), text: t("text"), confirm: t("confirm"), cancel: t("cancel") };
}

/** In a form: asks before a link leads away from what was typed. */
export function Unsaved({ when }: { when: boolean }) {
  return <LeaveGuard active={when} danger {...useWords()} />;
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
      danger
      onConfirm={onLeave}
    />
  );
}
