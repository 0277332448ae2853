"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FieldErrors, Resolver } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import type { ErrorWords } from "@/lib/input";
import type { ToolCard } from "@/lib/tools/card";
import { lateResolver } from "../late-resolver";

/** What judges the form, as the server will. */
export const loadJudge = () => import("./judge");

export function useResolver(tools: readonly ToolCard[]): Resolver<AutomationInput> {
  const locale = useLocale();
  const words = useTranslations("errors") as unknown as ErrorWords;
  return useMemo(
    () =>
      lateResolver<AutomationInput, AutomationInput>(async () => {
        const loaded = await Promise.all([loadJudge(), import("@hookform/resolvers")]);
        const [{ judge }, { toNestErrors }] = loaded;
        return (values, _context, options) => {
          const judged = judge(values, { tools, locale, words });
          if (judged.ok) return { values: judged.value, errors: {} };
          const found = Object.entries(judged.fields).map(([path, message]) => [
            path,
            { type: "input", message },
          ]);
          const errors = Object.fromEntries(found) as FieldErrors<AutomationInput>;
          return { values: {}, errors: toNestErrors(errors, options) };
        };
      }),
    [tools, locale, words],
  );
}
