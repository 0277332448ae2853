"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Switch } from "../ui/switch";
import { useToast } from "../ui/toast";
import type { AutomationActions } from "./automation-actions";
import { EndTouched, useEnding } from "./touched/end-touched";

interface EnabledSwitchProps extends AutomationActions {
  automationId: string;
  name: string;
  enabled: boolean;
  disabled?: boolean;
  /** Words beside it; without them it is named for those who don't see the row. */
  label?: string;
}

/** On or off, at once, unless somebody waits: then it is asked first what becomes of them. */
export function EnabledSwitch(props: EnabledSwitchProps) {
  const { automationId, name, enabled, disabled, label, ...actions } = props;
  const t = useTranslations("automations.switch");
  const { show } = useToast();
  const [shown, showEnabled] = useOptimistic(enabled);
  const [, start] = useTransition();
  const refuse = (message: string) => show({ text: message, tone: "bad" });
  const ending = useEnding(actions, {
    ...{ automationId, how: "off" as const },
    onEnded: ({ cancelled }) => show({ text: t("turnedOff", { name, cancelled }) }),
    onRefused: refuse,
  });
  const turn = (next: boolean) =>
    start(async () => {
      showEnabled(next);
      if (next) {
        const result = await actions.switchOn({ automationId });
        return result.ok ? show({ text: t("turnedOn", { name }) }) : refuse(result.message);
      }
      if ((await ending.look()) === false) await ending.end();
    });
  return (
    <>
      <Switch
        label={label}
        aria-label={label ? undefined : t("label", { name })}
        checked={shown}
        onCheckedChange={turn}
        disabled={disabled}
      />
      <EndTouched ending={ending} name={name} />
    </>
  );
}
