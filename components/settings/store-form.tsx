"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import { LOCALES } from "@/lib/i18n/locale";
import type { storeInput } from "@/lib/stores/input";
import { Combobox } from "../ui/combobox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioRows } from "../ui/radio-rows";
import { useActionForm } from "../use-action-form";
import { SettingsForm } from "./settings-form";

const schema = async () => (await import("@/lib/stores/input")).storeInput;

type Store = z.input<typeof storeInput>;

type Props = {
  store: Store;
  zones: readonly string[];
  save(store: Store): Promise<ActionResult<void>>;
};

export function StoreForm({ store, zones, save }: Props) {
  const t = useTranslations("settings.store");
  const form = useActionForm({
    schema,
    action: save,
    defaultValues: store,
    onSaved() {},
  });
  const { errors } = form.formState;
  return (
    <SettingsForm form={form} label={t("title")} className="pt-5">
      <Field label={t("name")} error={errors.name?.message}>
        <Input {...form.register("name")} autoComplete="organization" />
      </Field>
      <Controller
        control={form.control}
        name="timeZone"
        render={({ field, fieldState }) => (
          <Field label={t("zone")} hint={t("zoneHint")} error={fieldState.error?.message}>
            <Combobox
              choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
              value={field.value}
              valueLabel={field.value}
              onChange={(zone) => field.onChange(zone ?? "")}
              onBlur={field.onBlur}
              words={{
                search: t("zoneSearch"),
                loading: t("zoneSearch"),
                empty: t("zoneNone", { query: "" }),
                none: (query) => t("zoneNone", { query }),
              }}
            />
          </Field>
        )}
      />
      <Controller
        control={form.control}
        name="locale"
        render={({ field, fieldState }) => (
          <Field label={t("locale")} hint={t("localeHint")} error={fieldState.error?.message}>
            <RadioRows
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              columns={2}
              aria-label={t("locale")}
              options={LOCALES.map((locale) => ({ value: locale, label: t(`locales.${locale}`) }))}
            />
          </Field>
        )}
      />
    </SettingsForm>
  );
}
