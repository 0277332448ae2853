"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import { SAMPLE_EVENTS } from "@/lib/easycart/event-name";
import type { sampleInput } from "@/lib/easycart/input";
import { ActionForm } from "../action-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { TextLink } from "../ui/text-link";
import { useActionForm } from "../use-action-form";

const schema = async () => (await import("@/lib/easycart/input")).sampleInput;

type Sample = z.input<typeof sampleInput>;

type Props = {
  /** One: it is about this product. More: the merchant chooses. */
  products: readonly { id: string; name: string }[];
  /** The merchant's own address: what a sample starts happens for real. */
  email: string;
  send(sample: Sample): Promise<ActionResult<void>>;
};

/** "Wyślij zdarzenie próbne": a faithful post of EasyCart's, sent by ourselves. */
export function SampleForm({ products, email, send }: Props) {
  const t = useTranslations("settings.sample");
  const names = useTranslations("events.name");
  const [sent, setSent] = useState<Sample>();
  const form = useActionForm({
    schema,
    action: send,
    defaultValues: { productId: products[0]?.id ?? "", event: "product_assigned", email },
    onSaved: (_, sample) => setSent(sample),
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <ActionForm form={form} leavesFreely className="max-w-160">
      {products.length > 1 ? (
        <Controller
          control={form.control}
          name="productId"
          render={({ field }) => (
            <Field label={t("product")} error={errors.productId?.message}>
              <Select
                name={field.name}
                value={field.value}
                onChange={field.onChange}
                options={products.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
          )}
        />
      ) : null}
      <Controller
        control={form.control}
        name="event"
        render={({ field }) => (
          <Field label={t("event")} error={errors.event?.message}>
            <Select
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              options={SAMPLE_EVENTS.map((event) => ({
                value: event,
                label: names(event),
                note: <code className="font-mono text-code">{event}</code>,
              }))}
            />
          </Field>
        )}
      />
      <Field label={t("email")} hint={t("emailHint")} error={errors.email?.message}>
        <Input {...form.register("email")} inputMode="email" spellCheck={false} />
      </Field>
      <div>
        <Button
          type="submit"
          icon={<Send aria-hidden />}
          pending={isSubmitting}
          pendingLabel={t("sending")}
        >
          {t("send")}
        </Button>
      </div>
      {sent && !isSubmitting ? (
        <Notice
          tone="ok"
          title={t("sent", { event: names(sent.event) })}
          live
          action={
            <TextLink
              href={`/activity?${new URLSearchParams({ product: sent.productId, customer: sent.email })}`}
            >
              {t("toRuns")}
            </TextLink>
          }
        >
          {t("sentText")}
        </Notice>
      ) : null}
    </ActionForm>
  );
}
