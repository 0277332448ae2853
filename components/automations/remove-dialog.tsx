"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { Confirm } from "../ui/confirm";
import { Notice } from "../ui/notice";
import { useToast } from "../ui/toast";
import type { AutomationActions } from "./automation-actions";

interface RemoveDialogProps extends Pick<AutomationActions, "countWaiting" | "removeAutomation"> {
  automationId: string;
  name: string;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Called when it is gone. */
  onRemoved?(): void;
}

/** Says before anything is gone how many wait for it. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { automationId, name, open, onOpenChange, countWaiting, removeAutomation } = props;
  const t = useTranslations("automations.remove");
  const { show } = useToast();
  const [pending, start] = useTransition();
  const [waiting, setWaiting] = useState<number>();
  const [refusal, setRefusal] = useState<string>();

  useEffect(() => {
    if (!open) return;
    let current = true;
    setRefusal(undefined);
    countWaiting({ automationId }).then(
      (counted) => current && counted.ok && setWaiting(counted.data),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [open, automationId, countWaiting]);

  const remove = () =>
    start(async () => {
      const result = await removeAutomation({ automationId });
      if (!result.ok) return setRefusal(result.message);
      show({ text: t("done", { name, cancelled: result.data.cancelled }) });
      onOpenChange(false);
      props.onRemoved?.();
    });

  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name })}
      description={t("text")}
      confirmLabel={t("confirm")}
      pendingLabel={t("pending")}
      cancelLabel={t("cancel")}
      danger
      pending={pending}
      onConfirm={remove}
    >
      <p aria-live="polite" className="min-h-5 [&_b]:font-medium">
        {waiting === undefined
          ? null
          : t.rich("waiting", { waiting, b: (words) => <b>{words}</b> })}
      </p>
      {refusal ? (
        <Notice tone="bad" live look="plain">
          {refusal}
        </Notice>
      ) : null}
    </Confirm>
  );
}
