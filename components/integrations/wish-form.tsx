"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { wishInput } from "@/lib/integrations/input";
import { ActionForm } from "../action-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { useActionForm } from "../use-action-form";

const schema = async () => (await import("@/lib/integrations/input")).wishInput;

type Wish = z.input<typeof wishInput>;
const EMPTY: Wish = { tool: "", purpose: "" };

export function WishForm({ wish }: { wish(input: Wish): Promise<ActionResult<void>> }) {
  const t = useTranslations("integrations.wish");
  const form = useActionForm({
    schema,
    action: wish,
    defaultValues: EMPTY,
    onSaved: () => form.reset(EMPTY),
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <ActionForm form={form}>
      <Field label={t("tool")} error={errors.tool?.message}>
        <Input {...form.register("tool")} placeholder={t("toolPlaceholder")} autoComplete="off" />
      </Field>
      <Field label={t("purpose")} hint={t("purposeHint")} error={errors.purpose?.message}>
        <Textarea {...form.register("purpose")} rows={3} />
      </Field>
      <div>
        <Button type="submit" pending={isSubmitting} pendingLabel={t("sending")}>
          {t("send")}
        </Button>
      </div>
    </ActionForm>
  );
}
