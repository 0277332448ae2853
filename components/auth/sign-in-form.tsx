"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useForm } from "react-hook-form";
import type { ErrorWords } from "@/lib/input";
import { lateResolver, useFetched } from "../late-resolver";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { PasswordField } from "./password-field";
import { type SignInAnswer, signInWithPassword } from "./sign-in";

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const words = useTranslations("errors");
  const load = useCallback(async () => {
    const loaded = await Promise.all([import("@/lib/auth/input"), import("../zod-resolver")]);
    const [{ signInInput }, { resolverOf }] = loaded;
    return resolverOf(signInInput, words as unknown as ErrorWords);
  }, [words]);
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: lateResolver(load),
    defaultValues: { email: "", password: "" },
  });
  const { errors, isSubmitting, isSubmitSuccessful, isDirty } = formState;
  useFetched(load, isDirty);

  const submit = handleSubmit(async ({ email, password }) => {
    const answer = await signInWithPassword(email, password);
    // The whole page anew, so that nothing of another session stays in it.
    if (answer === "signedIn") window.location.assign(next);
    else setError("root", { message: refusal(answer) });
  });

  function refusal(answer: Exclude<SignInAnswer, "signedIn">): string {
    if (answer === "offline") return words("offline");
    if (answer === "refused") return t("refused");
    const { wait } = answer;
    return wait < 60
      ? t("waitSeconds", { seconds: wait })
      : t("waitMinutes", { minutes: Math.ceil(wait / 60) });
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.root ? (
        <Notice tone="bad" live>
          {errors.root.message}
        </Notice>
      ) : null}
      <Field label={t("email")} error={errors.email?.message}>
        <Input
          {...register("email")}
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <PasswordField
        {...register("password")}
        autoComplete="current-password"
        error={errors.password?.message}
      />
      <Button
        type="submit"
        variant="primary"
        size="wide"
        pending={isSubmitting || isSubmitSuccessful}
        pendingLabel={t("signIn.pending")}
      >
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
