"use client";

import { useTranslations } from "next-intl";
import type { FieldValues as FormValues } from "react-hook-form";
import type { FieldCards } from "@/lib/tools/card";
import { Fold } from "../ui/fold";
import type { ToolFieldsProps } from "./props";
import { ToolField } from "./tool-field";

/** Draws any tool's fields: credentials and an action's input alike. */
export function ToolFields<V extends FormValues, Out>({
  fields,
  ...shared
}: ToolFieldsProps<V, Out>) {
  const t = useTranslations("integrations.fields");
  const all = Object.entries(fields);
  const draw = ([field, card]: (typeof all)[number]) => (
    <ToolField key={field} field={field} card={card} before={before(fields, field)} {...shared} />
  );
  const plain = all.filter(([, card]) => !card.advanced);
  const advanced = all.filter(([, card]) => card.advanced);
  return (
    <>
      {plain.map(draw)}
      {advanced.length > 0 ? (
        <Fold title={t("more")}>
          <div className="grid gap-5 p-4">{advanced.map(draw)}</div>
        </Fold>
      ) : null}
    </>
  );
}

/** Fields that a list may depend on: those that choose from a list before it. */
function before(fields: FieldCards, field: string): string[] {
  const names = Object.keys(fields);
  return names.slice(0, names.indexOf(field)).filter((name) => fields[name]?.choices);
}
