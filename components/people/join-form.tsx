"use client";

import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/action";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { SecretInput } from "../ui/secret-input";
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
    <form method="post" noValidate onSubmit={form.submit} className="grid gap-5">
      {errors.root ? (
        <Notice tone="bad" live>
          {errors.root.message}
        </Notice>
      ) : null}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {known ? null : (
        <Field label={auth("signUp.name")} error={errors.name?.message}>
          <Input {...form.register("name")} autoComplete="name" />
        </Field>
      )}
      <Field
        label={auth("password")}
        hint={known ? t("knownHint") : auth("signUp.passwordHint")}
        error={errors.password?.message}
      >
        <SecretInput
          {...form.register("password")}
          autoComplete={known ? "current-password" : "new-password"}
          words={{ show: auth("show"), hide: auth("hide") }}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="wide"
        pending={isSubmitting || isSubmitSuccessful}
        pendingLabel={t("pending")}
      >
        {t("submit")}
      </Button>
    </form>
  );
}
