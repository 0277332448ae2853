"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { qrSettingsInput } from "@/lib/qr/input";
import { SettingsForm } from "../settings/settings-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useActionForm } from "../use-action-form";

const schema = async () => (await import("@/lib/qr/input")).qrSettingsInput;

type Settings = z.input<typeof qrSettingsInput>;

/** How many scans a new code allows. */
export function ScansForm({
  settings,
  save,
}: {
  settings: Settings;
  save(settings: Settings): Promise<ActionResult<void>>;
}) {
  const t = useTranslations("qr.limit");
  const form = useActionForm({
    schema,
    action: save,
    defaultValues: settings,
    onSaved() {},
  });
  return (
    <SettingsForm form={form} saveLabel={t("save")} className="gap-4">
      <Field label={t("label")} hint={t("hint")} error={form.formState.errors.scans?.message}>
        <Input
          {...form.register("scans")}
          inputMode="numeric"
          placeholder={t("placeholder")}
          className="max-w-44"
          after={<span className="text-ink-2">{t("times")}</span>}
        />
      </Field>
    </SettingsForm>
  );
}
