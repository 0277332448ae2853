"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { suits } from "@/lib/tools/card";
import { mayRunBefore, TRIGGERS, type Trigger } from "@/lib/triggers/trigger";
import { Combobox } from "../ui/combobox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useEditor, useEditorForm } from "./editor-context";
import { EditorRow, RowHint } from "./editor-row";

export function TriggerRow() {
  const t = useTranslations("automations");
  const { tools, edited } = useEditor();
  const { control, setValue, getValues } = useEditorForm();
  const trigger = useWatch({ control, name: "trigger" });

  function choose(next: Trigger) {
    const { moment, tool } = getValues();
    setValue("trigger", next, { shouldDirty: true });
    if (moment?.side === "before" && !mayRunBefore(next))
      setValue("moment", { ...moment, side: "after" });
    const card = tools.find(({ id }) => id === tool);
    if (card && !suits(card, next)) setValue("tool", "");
  }

  return (
    <EditorRow row="product" title={t("editor.rows.when")}>
      <div className="flex flex-wrap gap-2 *:max-w-full">
        <Field label={t("editor.trigger")} labelHidden className="w-64 max-md:w-full">
          <Select
            value={trigger}
            onChange={choose}
            options={TRIGGERS.map((value) => ({
              value,
              label: t(`trigger.${value}.name`),
              note: t(`trigger.${value}.when`),
            }))}
          />
        </Field>
        <div className="min-w-64 flex-1">{edited ? <FixedProduct /> : <ProductChoice />}</div>
      </div>
      <RowHint>
        {t(`trigger.${trigger}.when`)} {edited ? t("editor.productFixed") : null}
      </RowHint>
    </EditorRow>
  );
}

function FixedProduct() {
  const t = useTranslations("automations.editor");
  const { products } = useEditor();
  const productId = useWatch({ control: useEditorForm().control, name: "productId" });
  const name = products.find(({ id }) => id === productId)?.name ?? "";
  return (
    <Field label={t("product")} labelHidden>
      <Input disabled readOnly value={name} after={<Lock aria-hidden className="size-4" />} />
    </Field>
  );
}

function ProductChoice() {
  const t = useTranslations("automations.editor");
  const { products } = useEditor();
  const { control, setValue, formState } = useEditorForm();
  const productId = useWatch({ control, name: "productId" });
  return (
    <Field label={t("product")} labelHidden error={formState.errors.productId?.message}>
      <Combobox
        choices={products.map(({ id, name }) => ({ value: id, label: name }))}
        value={productId || null}
        onChange={(next) =>
          setValue("productId", next ?? "", {
            shouldDirty: true,
            shouldValidate: formState.isSubmitted,
          })
        }
        placeholder={t("products.choose")}
        words={{
          search: t("products.search"),
          loading: t("products.loading"),
          empty: t("products.empty"),
          none: (query) => t("products.none", { query }),
        }}
      />
    </Field>
  );
}
