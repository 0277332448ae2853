"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { signUpInput } from "@/lib/auth/input";
import { ActionForm } from "../action-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useActionForm } from "../use-action-form";
import { PasswordField } from "./password-field";
import { signInWithPassword } from "./sign-in";

const schema = async () => (await import("@/lib/auth/input")).signUpInput;

type Props = {
  next: string;
  signUp(input: z.input<typeof signUpInput>): Promise<ActionResult<void>>;
};

export function SignUpForm({ next, signUp }: Props) {
  const t = useTranslations("auth");
  const form = useActionForm({
    schema,
    action: async (input: z.input<typeof signUpInput>) => {
      const made = await signUp(input);
      if (made.ok) await signInWithPassword(input.email, input.password);
      return made;
    },
    defaultValues: { store: "", name: "", email: "", password: "" },
    // Whoever could not be signed in at once lands on the sign-in page from there.
    onSaved: () => window.location.assign(next),
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  return (
    <ActionForm form={form} leavesFreely>
      <Field label={t("signUp.store")} hint={t("signUp.storeHint")} error={errors.store?.message}>
        <Input {...form.register("store")} autoComplete="organization" />
      </Field>
      <Field label={t("signUp.name")} error={errors.name?.message}>
        <Input {...form.register("name")} autoComplete="name" />
      </Field>
      <Field label={t("email")} error={errors.email?.message}>
        <Input
          {...form.register("email")}
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <PasswordField
        {...form.register("password")}
        autoComplete="new-password"
        error={errors.password?.message}
      />
      <Button
        type="submit"
        variant="primary"
        size="wide"
        pending={isSubmitting || isSubmitSuccessful}
        pendingLabel={t("signUp.pending")}
      >
        {t("signUp.submit")}
      </Button>
    </ActionForm>
  );
}
