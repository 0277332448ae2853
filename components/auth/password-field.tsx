"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field } from "../ui/field";
import { SecretInput } from "../ui/secret-input";

interface PasswordFieldProps extends Omit<ComponentProps<typeof SecretInput>, "words"> {
  /** A new one says what makes a good password. */
  autoComplete: "current-password" | "new-password";
  hint?: string;
  error: string | undefined;
}

export function PasswordField({ hint, error, ...input }: PasswordFieldProps) {
  const t = useTranslations("auth");
  const advice = input.autoComplete === "new-password" ? t("signUp.passwordHint") : undefined;
  return (
    <Field label={t("password")} hint={hint ?? advice} error={error}>
      <SecretInput {...input} words={{ show: t("show"), hide: t("hide") }} />
    </Field>
  );
}
