"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { retentionInput } from "@/lib/erasure/input";
import { SettingsForm } from "../settings/settings-form";
import { RadioRows } from "../ui/radio-rows";
import { useActionForm } from "../use-action-form";

const schema = async () => (await import("@/lib/erasure/input")).retentionInput;

type Retention = z.input<typeof retentionInput>;
const CHOICES = ["3", "12", "24", "ever"] as const;

export function RetentionForm({
  retention,
  save,
}: {
  retention: Retention;
  save(retention: Retention): Promise<ActionResult<void>>;
}) {
  const t = useTranslations("erasure.retention");
  const form = useActionForm({ schema, action: save, defaultValues: retention, onSaved() {} });
  return (
    <SettingsForm form={form} label={t("title")} className="pt-5">
      <Controller
        control={form.control}
        name="keep"
        render={({ field }) => (
          <RadioRows
            name={field.name}
            value={field.value}
            onChange={field.onChange}
            columns={2}
            aria-label={t("title")}
            options={CHOICES.map((value) => ({ value, label: t(`keep.${value}`) }))}
          />
        )}
      />
    </SettingsForm>
  );
}
