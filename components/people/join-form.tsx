"use client";

import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/action";
import { ActionForm } from "../action-form";
import { PasswordField } from "../auth/password-field";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useActionForm } from "../use-action-form";

const schema = async () => (await import("@/lib/people/input")).joinInput;

type Join = { token: string; name?: string; password: string };

type Props = {
  token: string;
  email: string;
  /** Whether the address has an account already. */
  known: boolean;
  accept(input: Join): Promise<ActionResult<void>>;
};

/** Accepts an invitation: with the account there is, or with a new one. */
export function JoinForm({ token, email, known, accept }: Props) {
  const t = useTranslations("people.join");
  const auth = useTranslations("auth");
  const form = useActionForm({
    schema,
    action: accept,
    defaultValues: { token, password: "", ...(!known && { name: "" }) },
    // The whole page anew, so that nothing of another session stays in it.
    onSaved: () => window.location.assign("/"),
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  return (
    <ActionForm form={form} leavesFreely>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {known ? null : (
        <Field label={auth("signUp.name")} error={errors.name?.message}>
          <Input {...form.register("name")} autoComplete="name" />
        </Field>
      )}
      <PasswordField
        {...form.register("password")}
        autoComplete={known ? "current-password" : "new-password"}
        hint={known ? t("knownHint") : undefined}
        error={errors.password?.message}
      />
      <Button
        type="submit"
        variant="primary"
        size="wide"
        pending={isSubmitting || isSubmitSuccessful}
        pendingLabel={t("pending")}
      >
        {t("submit")}
      </Button>
    </ActionForm>
  );
}
