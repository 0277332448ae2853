"use client";

import { ShieldCheck, ShieldOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { signingKeyInput } from "@/lib/stores/input";
import { ActionForm } from "../action-form";
import { DeedConfirm } from "../deed-confirm";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { SecretInput } from "../ui/secret-input";
import { useActionForm } from "../use-action-form";

const schema = async () => (await import("@/lib/stores/input")).signingKeyInput;

type Key = z.input<typeof signingKeyInput>;
const EMPTY: Key = { signingKey: "" };

type Props = {
  isSet: boolean;
  save(key: Key): Promise<ActionResult<void>>;
  remove(input: Record<string, never>): Promise<ActionResult<void>>;
};

/** EasyCart's key for signing: set, changed, removed; never shown. */
export function SigningKey({ isSet, save, remove }: Props) {
  const t = useTranslations("settings.signing");
  const form = useActionForm({
    schema,
    action: save,
    defaultValues: EMPTY,
    onSaved: () => form.reset(EMPTY),
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <ActionForm form={form} label={t("title")} className="max-w-160 gap-4">
      <Badge tone={isSet ? "ok" : "warn"} icon={isSet ? ShieldCheck : ShieldOff}>
        {t(isSet ? "on" : "off")}
      </Badge>
      <Field label={t("key")} hint={t("hint")} error={errors.signingKey?.message}>
        <SecretInput
          {...form.register("signingKey")}
          // Of the key nothing is shown, not even its end: dots say that there is one.
          placeholder={isSet ? "•".repeat(16) : undefined}
          words={{ show: t("show"), hide: t("hide") }}
        />
      </Field>
      <div className="flex flex-wrap gap-2 locked:hidden">
        <Button type="submit" pending={isSubmitting} pendingLabel={t("saving")}>
          {t(isSet ? "change" : "save")}
        </Button>
        {isSet ? <RemoveKey remove={remove} /> : null}
      </div>
    </ActionForm>
  );
}

function RemoveKey({ remove }: Pick<Props, "remove">) {
  const t = useTranslations("settings.signing");
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
        input={{}}
        onDone={() => setOpen(false)}
      />
    </>
  );
}
