"use client";

import { useEffect, useRef } from "react";
import { useWatch } from "react-hook-form";
import { factsOf } from "@/lib/automations/conditions";
import { type ExitRule, exitsOf, presetExits } from "@/lib/automations/exit-rules";
import { useEditor, useEditorForm } from "../editor-context";

/**
 * Keeps what is extra in line with the event and the action: what the event can't say or bring goes,
 * and the exit rules that an automation begins with come and go as long as nobody changed them.
 */
export function useKeepExtrasFit(): void {
  const { tools } = useEditor();
  const { control, setValue, getValues } = useEditorForm();
  const [trigger, toolId, actionId] = useWatch({ control, name: ["trigger", "tool", "action"] });
  const actions = tools.find(({ id }) => id === toolId)?.actions ?? {};
  const takesAway = Object.hasOwn(actions, actionId) ? actions[actionId]?.takesAway : undefined;
  const preset = useRef<ExitRule[]>(presetExits(trigger, { takesAway }));

  useEffect(() => {
    const [before, next] = [preset.current, presetExits(trigger, { takesAway })];
    preset.current = next;
    const { exitRules, conditions } = getValues();
    const rules = (isSame(exitRules, before) ? next : exitRules).filter(({ when }) =>
      exitsOf(trigger).includes(when),
    );
    if (!isSame(rules, exitRules)) setValue("exitRules", rules, { shouldDirty: true });
    const told = conditions.filter(({ fact }) => factsOf(trigger).includes(fact));
    if (told.length < conditions.length) setValue("conditions", told, { shouldDirty: true });
  }, [trigger, takesAway, getValues, setValue]);
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
