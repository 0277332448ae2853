"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { AutomationActions } from "./automation-actions";
import { AutomationMenu } from "./automation-menu";
import { EnabledSwitch } from "./enabled-switch";

export interface EditorMenuProps extends AutomationActions {
  automationId: string;
  name: string;
  enabled: boolean;
}

/** Beside the name: on or off, and what is done seldom. */
export function EditorMenu({ automationId, name, enabled, ...actions }: EditorMenuProps) {
  const t = useTranslations("automations.editor");
  const { push } = useRouter();
  return (
    <>
      <EnabledSwitch
        automationId={automationId}
        name={name}
        enabled={enabled}
        label={t("works")}
        {...actions}
      />
      <AutomationMenu
        automationId={automationId}
        name={name}
        mayEdit
        here
        onRemoved={() => push("/automations")}
        {...actions}
      />
    </>
  );
}
