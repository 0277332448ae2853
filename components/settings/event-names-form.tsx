"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { eventNamesInput } from "@/lib/stores/input";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useActionForm } from "../use-action-form";
import { SettingsForm } from "./settings-form";

const schema = async () => (await import("@/lib/stores/input")).eventNamesInput;

type Names = z.input<typeof eventNamesInput>;

export function EventNamesForm({
  names,
  save,
}: {
  names: Names;
  save(names: Names): Promise<ActionResult<void>>;
}) {
  const t = useTranslations("settings.eventNames");
  const form = useActionForm({
    schema,
    action: save,
    defaultValues: names,
    onSaved() {},
  });
  const { errors } = form.formState;
  return (
    <SettingsForm form={form} label={t("title")} saveLabel={t("save")} className="gap-4">
      <div>
        <h3 className="text-small font-medium">{t("title")}</h3>
        <p className="text-pretty text-small text-ink-2">{t("lead")}</p>
      </div>
      {(["cartRecoveryEvent", "qrScannedEvent"] as const).map((name) => (
        <Field key={name} label={t(name)} error={errors[name]?.message}>
          <Input
            {...form.register(name)}
            className="font-mono"
            spellCheck={false}
            autoCapitalize="none"
          />
        </Field>
      ))}
    </SettingsForm>
  );
}
