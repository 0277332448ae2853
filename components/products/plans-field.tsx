"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import type { ProductChange, ProductForm } from "@/lib/products/input";
import { Button, IconButton } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

const MOST = 50;

/** The plans of a subscription, in the order that the shop shows them. */
export function PlansField({
  form,
}: {
  form: Pick<
    UseFormReturn<ProductForm, unknown, ProductChange>,
    "control" | "register" | "formState" | "getValues"
  >;
}) {
  const t = useTranslations("products.planList");
  const { control, register, formState } = form;
  const { fields, append, remove, move } = useFieldArray({
    control,
    name: "plans",
    keyName: "key",
  });
  const errors = formState.errors.plans;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-small font-medium">{t("label")}</legend>
      <p className="text-small text-ink-2">{t("hint")}</p>
      <ol className="grid gap-2">
        {fields.map(({ key }, at) => {
          const plan = { number: at + 1 };
          return (
            <li key={key} className="flex items-start gap-1">
              <Field
                label={t("name", plan)}
                labelHidden
                error={errors?.[at]?.name?.message}
                className="flex-1"
              >
                <Input {...register(`plans.${at}.name`)} placeholder={t("placeholder")} />
              </Field>
              <span className="contents locked:hidden">
                <IconButton
                  label={t("up", plan)}
                  disabled={at === 0}
                  onClick={() => move(at, at - 1)}
                >
                  <ArrowUp aria-hidden />
                </IconButton>
                <IconButton
                  label={t("down", plan)}
                  disabled={at === fields.length - 1}
                  onClick={() => move(at, at + 1)}
                >
                  <ArrowDown aria-hidden />
                </IconButton>
                <IconButton label={t("remove", plan)} onClick={() => remove(at)}>
                  <Trash2 aria-hidden />
                </IconButton>
              </span>
            </li>
          );
        })}
      </ol>
      <div className="locked:hidden">
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          disabled={fields.length >= MOST}
          onClick={() => append({ id: "", name: "" })}
        >
          {t("add")}
        </Button>
      </div>
    </fieldset>
  );
}
