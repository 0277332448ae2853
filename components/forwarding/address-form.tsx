"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { addressInput, addressOf } from "@/lib/forwarding/input";
import { DeedConfirm } from "../deed-confirm";
import { SettingsForm } from "../settings/settings-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useActionForm } from "../use-action-form";

const schema = async () => (await import("@/lib/forwarding/input")).addressInput;

type Address = z.input<typeof addressInput>;
type Owner = z.input<typeof addressOf>;

export type AddressFormProps = {
  /** Null: the store's. */
  productId: string | null;
  /** What is set for it itself. */
  url: string | null;
  /** The store's, where the product has none of its own. */
  inherited?: string;
  save(address: Address): Promise<ActionResult<void>>;
  remove(owner: Owner): Promise<ActionResult<void>>;
};

/** Where events are passed on to: set, changed, removed. */
export function AddressForm({ productId, url, inherited, save, remove }: AddressFormProps) {
  const t = useTranslations("forwarding.form");
  const form = useActionForm({
    schema,
    action: save,
    defaultValues: { productId, url: url ?? "" },
    onSaved() {},
  });
  const { errors } = form.formState;
  return (
    <SettingsForm
      form={form}
      saveLabel={t("save")}
      className="gap-4"
      aside={
        url === null ? null : (
          <RemoveAddress
            productId={productId}
            remove={remove}
            onRemoved={() => form.reset({ productId, url: "" })}
          />
        )
      }
    >
      <Field
        label={t("url")}
        hint={t(productId === null ? "storeHint" : "productHint")}
        error={errors.url?.message}
      >
        <Input
          {...form.register("url")}
          inputMode="url"
          spellCheck={false}
          autoCapitalize="none"
          placeholder="https://hook.eu2.make.com/…"
        />
      </Field>
      {url === null ? (
        <p className="text-pretty text-small text-ink-2 wrap-anywhere">
          {inherited ? t("inherited", { url: inherited }) : t("none")}
        </p>
      ) : null}
    </SettingsForm>
  );
}

function RemoveAddress({
  productId,
  remove,
  onRemoved,
}: Pick<AddressFormProps, "productId" | "remove"> & { onRemoved(): void }) {
  const t = useTranslations("forwarding.form");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t("remove")}
      </Button>
      <DeedConfirm
        open={open}
        onOpenChange={setOpen}
        title={t("removeTitle")}
        description={t("removeText")}
        confirmLabel={t("remove")}
        pendingLabel={t("removing")}
        cancelLabel={t("keep")}
        danger
        action={remove}
        input={{ productId }}
        onDone={() => {
          setOpen(false);
          onRemoved();
        }}
      />
    </>
  );
}
