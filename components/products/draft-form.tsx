"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { ActionResult } from "@/lib/action";
import type { ProductKind } from "@/lib/products/kind";
import { ActionForm } from "../action-form";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useActionForm } from "../use-action-form";
import { KindField } from "./kind-field";

const schema = async () => (await import("@/lib/products/input")).draftInput;

type Draft = { name: string; kind: ProductKind };

export function DraftForm({
  createDraft,
}: {
  createDraft(draft: Draft): Promise<ActionResult<{ productId: string }>>;
}) {
  const t = useTranslations("products");
  const router = useRouter();
  const form = useActionForm({
    schema,
    action: createDraft,
    defaultValues: { name: "", kind: "one_off" },
    onSaved: ({ productId }) => router.push(`/products/${productId}`),
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  return (
    <ActionForm form={form} className="max-w-160 gap-6">
      <Field label={t("form.name")} hint={t("form.nameHint")} error={errors.name?.message}>
        <Input {...form.register("name")} placeholder={t("form.namePlaceholder")} />
      </Field>
      <Controller
        control={form.control}
        name="kind"
        render={({ field, fieldState }) => (
          <KindField field={field} error={fieldState.error?.message} />
        )}
      />
      <div className="flex flex-wrap gap-2 locked:hidden">
        <Button
          type="submit"
          variant="primary"
          pending={isSubmitting || isSubmitSuccessful}
          pendingLabel={t("new.pending")}
        >
          {t("new.submit")}
        </Button>
        <ButtonLink href="/products" variant="ghost">
          {t("cancel")}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
