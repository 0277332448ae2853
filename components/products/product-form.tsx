"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { ActionResult } from "@/lib/action";
import type { ProductForm as Values } from "@/lib/products/input";
import { ActionForm } from "../action-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Switch } from "../ui/switch";
import { useToast } from "../ui/toast";
import { useActionForm } from "../use-action-form";
import { DeleteDraft } from "./delete-draft";
import { KindField } from "./kind-field";
import { PlansField } from "./plans-field";

const schema = async () => (await import("@/lib/products/input")).productInput;

type Props = {
  productId: string;
  draft: boolean;
  discovered: boolean;
  product: Values;
  save(input: Values & { productId: string }): Promise<ActionResult<void>>;
  deleteDraft(input: { productId: string }): Promise<ActionResult<void>>;
};

export function ProductForm({ productId, draft, discovered, product, save, deleteDraft }: Props) {
  const t = useTranslations("products");
  const toast = useToast();
  const router = useRouter();
  const form = useActionForm({
    schema,
    action: (input: Values) => save({ ...input, productId }),
    defaultValues: product,
    onSaved: () => {
      toast.show({ text: t(draft ? "form.savedDraft" : "form.saved") });
      router.refresh();
    },
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const kind = form.watch("kind");
  return (
    <ActionForm form={form} className="max-w-200 gap-6 pt-1">
      {draft ? <Notice title={t("draft.noticeTitle")}>{t("draft.notice")}</Notice> : null}
      {discovered ? <Notice title={t("discovered.title")}>{t("discovered.text")}</Notice> : null}
      <Field label={t("form.name")} hint={t("form.nameHint")} error={errors.name?.message}>
        <Input {...form.register("name")} />
      </Field>
      <Controller
        control={form.control}
        name="kind"
        render={({ field, fieldState }) => (
          <KindField field={field} error={fieldState.error?.message} />
        )}
      />
      {kind === "subscription" ? <PlansField form={form} /> : null}
      <Field
        label={t("form.accessDays")}
        hint={t("form.accessDaysHint")}
        error={errors.accessDays?.message}
      >
        <Input
          {...form.register("accessDays")}
          inputMode="numeric"
          className="max-w-40"
          after={<span className="text-ink-2">{t("form.days")}</span>}
        />
      </Field>
      <Field
        label={t("form.easycartId")}
        hint={t("form.easycartIdHint")}
        error={errors.easycartId?.message}
      >
        <Input {...form.register("easycartId")} className="font-mono" spellCheck={false} />
      </Field>
      <Controller
        control={form.control}
        name="qrCodes"
        render={({ field }) => (
          <div className="grid gap-1">
            <Switch
              label={t("form.qrCodes")}
              checked={field.value}
              onCheckedChange={field.onChange}
            />
            <p className="pl-11.5 text-small text-ink-2">{t("form.qrCodesHint")}</p>
          </div>
        )}
      />
      <div className="flex flex-wrap items-center gap-2 border-t pt-5 locked:hidden">
        <Button
          type="submit"
          variant="primary"
          pending={isSubmitting}
          pendingLabel={t("form.saving")}
          disabled={!draft && !isDirty}
        >
          {t("form.save")}
        </Button>
        {draft ? <DeleteDraft productId={productId} deleteDraft={deleteDraft} /> : null}
        {!draft && !isDirty ? (
          <span className="text-small text-ink-2">{t("form.unchanged")}</span>
        ) : null}
      </div>
    </ActionForm>
  );
}
