"use client";

import { useTranslations } from "next-intl";
import type { FieldValues, FormState } from "react-hook-form";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Unsaved } from "../unsaved";

/** The foot of a form of the settings: its button, and what came of the last press. */
export function SaveFoot<V extends FieldValues>({
  formState,
  label,
}: {
  formState: FormState<V>;
  label?: string;
}) {
  const t = useTranslations("settings.foot");
  const { errors, isSubmitting, isDirty, isSubmitSuccessful } = formState;
  return (
    <div className="grid gap-3 locked:hidden">
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
