"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useMemo } from "react";
import { type FieldPath, type FieldValues as FormValues, useWatch } from "react-hook-form";
import { formatTime } from "@/lib/format-date";
import { Combobox } from "../ui/combobox";
import type { ComboboxWords } from "../ui/combobox-words";
import { Field } from "../ui/field";
import { type ChoicesState, type LoadChoices, useChoices } from "./choices";
import type { DrawnProps, ToolFieldsProps } from "./props";

interface LiveChoiceProps<V extends FormValues, Out>
  extends DrawnProps,
    Pick<
      ToolFieldsProps<V, Out>,
      "control" | "name" | "loadChoices" | "source" | "labels" | "onLabel"
    > {
  field: string;
  loader: string;
  before: readonly string[];
}

/** One of what the tool's account holds now. */
export function LiveChoiceField<V extends FormValues, Out>(props: LiveChoiceProps<V, Out>) {
  const { card, bound, label, error, field, loader, labels, onLabel } = props;
  const t = useTranslations("integrations.choices");
  const loaded = useChoices(
    props.loadChoices ?? nothing,
    loader,
    useChosen(props),
    useTranslations("errors")("offline"),
  );
  const gone =
    loaded.state === "ready" &&
    bound.value !== "" &&
    !loaded.choices.some(({ value }) => value === bound.value);
  return (
    <Field label={label} hint={card.hint} error={error ?? (gone ? t("gone") : undefined)}>
      <Combobox
        choices={
          card.optional ? [{ value: "", label: t("nothing") }, ...loaded.choices] : loaded.choices
        }
        value={bound.value || null}
        valueLabel={labels?.[field]}
        onChange={(value) => {
          bound.onChange(value ?? "");
          const chosen = loaded.choices.find((choice) => choice.value === value);
          onLabel?.(field, chosen?.label ?? "");
        }}
        onBlur={bound.onBlur}
        name={bound.name}
        state={loaded.state}
        onReload={loaded.reload}
        placeholder={card.placeholder ?? t("choose")}
        words={useWords(loaded, props.source)}
      />
    </Field>
  );
}

const nothing: LoadChoices = () => Promise.resolve({ ok: true, data: { choices: [], at: EPOCH } });
const EPOCH = new Date(0);

/** What the fields before hold; the same object as long as they hold the same. */
function useChosen<V extends FormValues, Out>({ control, name, before }: LiveChoiceProps<V, Out>) {
  const watched = useWatch({ control, name: before.map((b) => `${name}.${b}` as FieldPath<V>) });
  const held = JSON.stringify(before.map((b, at) => [b, watched[at] ?? ""]));
  return useMemo(() => Object.fromEntries(JSON.parse(held)) as Record<string, string>, [held]);
}

function useWords(loaded: ChoicesState, source: string | undefined): ComboboxWords {
  const t = useTranslations("integrations.choices");
  const locale = useLocale();
  const zone = useTimeZone() ?? "UTC";
  const time = loaded.state === "ready" ? formatTime(loaded.at, { locale, zone }) : null;
  return {
    caption: time ? t("caption", { source: source ?? "", time }) : t("loading"),
    search: t("search"),
    reload: t("reload"),
    loading: t("loading"),
    empty: t("empty"),
    none: (query) => t("none", { query }),
    failed: loaded.state === "failed" ? loaded.message : undefined,
    count: ({ shown, matching, total }) =>
      shown < matching ? t("narrow", { shown, matching }) : t("count", { matching, total }),
  };
}
