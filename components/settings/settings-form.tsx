"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues, FormState } from "react-hook-form";
import type { FramedForm } from "../action-form";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Notice } from "../ui/notice";
import { Unsaved } from "../unsaved";

interface SettingsFormProps<V extends FieldValues> {
  form: FramedForm<V>;
  label?: string;
  /** Of the button, where "Zapisz zmiany" says too little. */
  saveLabel?: string;
  /** Beside the button. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** The frame of a form of the settings, with its button and what came of the last press. */
export function SettingsForm<V extends FieldValues>(props: SettingsFormProps<V>) {
  const { form, label, saveLabel, aside, className, children } = props;
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.submit}
      aria-label={label}
      className={cn("grid max-w-160 base:gap-5", className)}
    >
      {children}
      <div className="flex flex-wrap items-start gap-2 locked:hidden">
        <SaveFoot formState={form.formState} label={saveLabel} />
        {aside}
      </div>
    </form>
  );
}

function SaveFoot<V extends FieldValues>({
  formState,
  label,
}: {
  formState: FormState<V>;
  label: string | undefined;
}) {
  const t = useTranslations("settings.foot");
  const { errors, isSubmitting, isDirty, isSubmitSuccessful } = formState;
  return (
    <div className="grid gap-3">
      <Unsaved when={isDirty} />
      {errors.root ? (
        <Notice tone="bad" live>
          {errors.root.message}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={isSubmitting} pendingLabel={t("saving")} disabled={!isDirty}>
          {label ?? t("save")}
        </Button>
        <span role="status" className="text-small text-ink-2">
          {isDirty || isSubmitting ? null : t(isSubmitSuccessful ? "saved" : "unchanged")}
        </span>
      </div>
    </div>
  );
}
