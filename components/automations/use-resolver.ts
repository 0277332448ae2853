"use client";

import { toNestErrors } from "@hookform/resolvers";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { FieldErrors, Resolver } from "react-hook-form";
import { type AutomationInput, automationInput, checkTool } from "@/lib/automations/input";
import { type ErrorWords, inputWords } from "@/lib/input";
import type { ToolCard } from "@/lib/tools/card";

/** What an automation is called as long as nobody named it. */
export function suggestedName(given: AutomationInput, tools: readonly ToolCard[]): string {
  const tool = tools.find(({ id }) => id === given.tool);
  const action =
    tool && Object.hasOwn(tool.actions, given.action) ? tool.actions[given.action] : undefined;
  if (!action) return "";
  const [label] = Object.values(given.labels).filter(Boolean);
  return (label ? `${action.label}: ${label}` : action.label).slice(0, 120);
}

export const named = (given: AutomationInput, tools: readonly ToolCard[]): AutomationInput =>
  given.name.trim() ? given : { ...given, name: suggestedName(given, tools) };

/** Judges the form as the server will: first the shape of an automation, then what its tool asks for. */
export function useResolver(tools: readonly ToolCard[]): Resolver<AutomationInput> {
  const locale = useLocale();
  const words = useTranslations("errors") as unknown as ErrorWords;
  return useCallback(
    (values, _context, options) => {
      const refused = (fields: Record<string, string>) => ({
        values: {},
        errors: toNestErrors(
          Object.fromEntries(
            Object.entries(fields).map(([path, message]) => [path, { type: "input", message }]),
          ) as FieldErrors<AutomationInput>,
          options,
        ),
      });
      const shape = automationInput.safeParse(named(values, tools), { error: inputWords(words) });
      if (!shape.success) {
        const found = shape.error.issues.map(({ path, message }) => [path.join("."), message]);
        return refused(Object.fromEntries(found.toReversed()));
      }
      const card = tools.find(({ id }) => id === shape.data.tool);
      const checked = checkTool(shape.data, card, locale, words);
      return checked.ok ? { values: checked.value, errors: {} } : refused(checked.fields);
    },
    [tools, locale, words],
  );
}
