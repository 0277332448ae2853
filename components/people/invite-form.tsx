"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller } from "react-hook-form";
import type { ActionResult } from "@/lib/action";
import { ActionForm } from "../action-form";
import { Button } from "../ui/button";
import { CopyField } from "../ui/copy-field";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { RadioRows } from "../ui/radio-rows";
import { useActionForm } from "../use-action-form";
import { ROLES, type Role } from "./people";

const schema = async () => (await import("@/lib/people/input")).invitationInput;

type Invitation = { email: string; role: Role };
type Invited = { url: string; mailed: boolean };
const EMPTY: Invitation = { email: "", role: "editor" };

export function InviteForm({
  invite,
}: {
  invite(invitation: Invitation): Promise<ActionResult<Invited>>;
}) {
  const t = useTranslations("people");
  const [done, setDone] = useState<Invited & { email: string }>();
  const form = useActionForm({
    schema,
    action: invite,
    defaultValues: EMPTY,
    onSaved: (invited, { email }) => {
      setDone({ ...invited, email });
      form.reset(EMPTY);
    },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <ActionForm form={form} label={t("invite.title")} className="max-w-160 pt-5">
      <Field label={t("invite.email")} error={errors.email?.message}>
        <Input
          {...form.register("email")}
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Controller
        control={form.control}
        name="role"
        render={({ field, fieldState }) => (
          <Field label={t("invite.role")} error={fieldState.error?.message}>
            <RadioRows
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              aria-label={t("invite.role")}
              options={ROLES.map((value) => ({
                value,
                label: t(`role.${value}`),
                note: t(`can.${value}`),
              }))}
            />
          </Field>
        )}
      />
      <div>
        <Button type="submit" pending={isSubmitting} pendingLabel={t("invite.sending")}>
          {t("invite.send")}
        </Button>
      </div>
      {done && !isSubmitting ? <Done {...done} /> : null}
    </ActionForm>
  );
}

function Done({ email, url, mailed }: Invited & { email: string }) {
  const t = useTranslations("people.invite");
  const settings = useTranslations("settings");
  return (
    <>
      <Notice
        tone={mailed ? "ok" : "warn"}
        live
        title={t(mailed ? "sent" : "notMailed", { email })}
      >
        {t("link")}
      </Notice>
      <CopyField
        value={url}
        label={t("linkLabel")}
        words={{ copy: settings("copy"), copied: settings("copied") }}
      />
    </>
  );
}
