"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { retentionInput } from "@/lib/erasure/input";
import { SaveFoot } from "../settings/save-foot";
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
    <form
      method="post"
      noValidate
      onSubmit={form.submit}
      className="grid max-w-160 gap-5 pt-5"
      aria-label={t("title")}
    >
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
      <SaveFoot formState={form.formState} />
    </form>
  );
}
