"use client";

import { useTranslations } from "next-intl";
import { PRODUCT_KINDS, type ProductKind } from "@/lib/products/kind";
import { Field } from "../ui/field";
import { RadioRows } from "../ui/radio-rows";

export function KindField({
  field,
  error,
}: {
  field: { value: ProductKind; onChange(value: ProductKind): void; name: string };
  error?: string;
}) {
  const t = useTranslations("products");
  return (
    <Field label={t("form.kind")} error={error}>
      <RadioRows
        name={field.name}
        value={field.value}
        onChange={field.onChange}
        columns={3}
        aria-label={t("form.kind")}
        options={PRODUCT_KINDS.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          note: t(`kindNote.${kind}`),
        }))}
      />
    </Field>
  );
}
