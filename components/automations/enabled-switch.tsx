"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Switch } from "../ui/switch";
import { useToast } from "../ui/toast";
import type { AutomationActions } from "./automation-actions";

interface EnabledSwitchProps extends Pick<AutomationActions, "switchAutomation"> {
  automationId: string;
  name: string;
  enabled: boolean;
  disabled?: boolean;
  /** Words beside it; without them it is named for those who don't see the row. */
  label?: string;
}

/** On or off, at once; the toast says what becomes of those who wait. */
export function EnabledSwitch(props: EnabledSwitchProps) {
  const { automationId, name, enabled, disabled, label, switchAutomation } = props;
  const t = useTranslations("automations.switch");
  const { show } = useToast();
  const [shown, showEnabled] = useOptimistic(enabled);
  const [, start] = useTransition();
  const turn = (next: boolean) =>
    start(async () => {
      showEnabled(next);
      const result = await switchAutomation({ automationId, enabled: next });
      if (!result.ok) return show({ text: result.message, tone: "bad" });
      const { waiting } = result.data;
      show({ text: next ? t("turnedOn", { name }) : t("turnedOff", { name, waiting }) });
    });
  return (
    <Switch
      label={label}
      aria-label={label ? undefined : t("label", { name })}
      checked={shown}
      onCheckedChange={turn}
      disabled={disabled}
    />
  );
}
