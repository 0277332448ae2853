"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { ActionResult } from "@/lib/action";
import type { LetterChoices } from "@/lib/alerts/input";
import { Switch } from "../ui/switch";
import { useActionForm } from "../use-action-form";
import { SettingsForm } from "./settings-form";

const schema = async () => (await import("@/lib/alerts/input")).letterChoicesInput;

const LETTERS = ["alerts", "recoveries", "digest"] as const;

/** Which letters one person gets. */
export function LettersForm({
  choices,
  save,
}: {
  choices: LetterChoices;
  save(choices: LetterChoices): Promise<ActionResult<void>>;
}) {
  const t = useTranslations("settings.letters");
  const form = useActionForm({ schema, action: save, defaultValues: choices, onSaved() {} });
  return (
    <SettingsForm form={form} label={t("title")} className="pt-5">
      {LETTERS.map((letter) => (
        <Controller
          key={letter}
          control={form.control}
          name={letter}
          render={({ field }) => (
            <div className="grid gap-1">
              <Switch label={t(letter)} checked={field.value} onCheckedChange={field.onChange} />
              <p className="pl-11.5 text-pretty text-small text-ink-2">{t(`${letter}Hint`)}</p>
            </div>
          )}
        />
      ))}
    </SettingsForm>
  );
}
