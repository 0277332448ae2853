"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState, useTransition } from "react";
import type { Decided, Decision } from "@/lib/runs/edit/input";
import type { AutomationActions } from "../automation-actions";
import { firstChoice } from "./count";
import { useTouched } from "./use-touched";

const TouchedDialog = lazy(async () => ({
  default: (await import("./touched-dialog")).TouchedDialog,
}));

type Ending = {
  automationId: string;
  how: "off" | "deleted";
  onEnded(decided: Decided): void;
  onRefused(message: string): void;
};

/** Switches off or deletes, asking first where somebody waits. `look` resolves to whether somebody does. */
export function useEnding(actions: AutomationActions, ending: Ending) {
  const { automationId, how, onEnded, onRefused } = ending;
  const offline = useTranslations("errors")("offline");
  const touched = useTouched(actions);
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();

  async function end(decision: Decision = firstChoice(how)) {
    const result = await actions
      .endAs({ automationId, how, decision })
      .catch(() => ({ ok: false as const, message: offline }));
    if (!result.ok) {
      setRefusal(result.message);
      if (!touched.people) onRefused(result.message);
      return;
    }
    touched.forget();
    onEnded(result.data);
  }

  async function look(): Promise<boolean | undefined> {
    setRefusal(undefined);
    const found = await touched.look({ automationId });
    if (typeof found === "object") return void onRefused(found.refused);
    return found === "somebody";
  }

  return {
    ...{ touched, how, pending, refusal, look, end },
    confirm: (decision: Decision) => start(() => end(decision)),
  };
}

/** Asked before an automation is switched off or deleted while people wait for it. */
export function EndTouched({
  ending,
  name,
}: {
  ending: ReturnType<typeof useEnding>;
  name: string;
}) {
  const t = useTranslations("automations.touched");
  const { touched, how, pending, refusal, confirm } = ending;
  return (
    <Suspense>
      <TouchedDialog
        people={touched.people}
        kind={how}
        confirmLabel={t(`confirm.${how}`)}
        pendingLabel={t(`pending.${how}`)}
        pending={pending}
        refusal={refusal}
        onMore={touched.more}
        onConfirm={confirm}
        onCancel={touched.forget}
      >
        {t(`change.${how}`, { name })}{" "}
        {t("change.waiting", { waiting: touched.people?.sum.waiting ?? 0 })}
      </TouchedDialog>
    </Suspense>
  );
}
