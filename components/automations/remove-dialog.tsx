"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { Confirm } from "../ui/confirm";
import { Notice } from "../ui/notice";
import { useToast } from "../ui/toast";
import type { AutomationActions } from "./automation-actions";
import { EndTouched, useEnding } from "./touched/end-touched";

interface RemoveDialogProps extends AutomationActions {
  automationId: string;
  name: string;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Called when it is gone. */
  onRemoved?(): void;
}

/** Asks before it is gone; where somebody waits for it, also what becomes of them. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { automationId, name, open, onOpenChange, onRemoved, ...actions } = props;
  const t = useTranslations("automations.remove");
  const { show } = useToast();
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();
  const [free, setFree] = useState(false);
  const ending = useEnding(actions, {
    ...{ automationId, how: "deleted" as const },
    onEnded({ cancelled }) {
      show({ text: t("done", { name, cancelled }) });
      onOpenChange(false);
      onRemoved?.();
    },
    onRefused: setRefusal,
  });

  const look = useEffectEvent(async () => {
    setFree(false);
    setRefusal(undefined);
    const somebody = await ending.look();
    if (somebody) onOpenChange(false);
    setFree(somebody === false);
  });
  useEffect(() => {
    if (open) look();
  }, [open]);

  return (
    <>
      <Confirm
        open={open && (free || refusal !== undefined)}
        onOpenChange={onOpenChange}
        title={t("title", { name })}
        description={t("text")}
        confirmLabel={t("confirm")}
        pendingLabel={t("pending")}
        cancelLabel={t("cancel")}
        danger
        pending={pending}
        onConfirm={() => free && start(() => ending.end())}
      >
        <p aria-live="polite" className="min-h-5">
          {free ? t("nobody") : null}
        </p>
        {refusal ? (
          <Notice tone="bad" live look="plain">
            {refusal}
          </Notice>
        ) : null}
      </Confirm>
      <EndTouched ending={ending} name={name} />
    </>
  );
}
