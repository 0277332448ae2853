"use client";

import { CirclePause, Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import { formatDate } from "@/lib/format-date";
import { Badge } from "../ui/badge";
import { useEditor, useEditorForm } from "./editor-context";
import { suggestedName } from "./suggested-name";

/** The name steps back: the sentence is the headline. It is changed where it stands. */
export function EditorHeader({ actions }: { actions?: ReactNode }) {
  const t = useTranslations("automations.editor");
  const { tools, edited, mayPublish } = useEditor();
  const { control, register } = useEditorForm();
  const { errors, isDirty } = useFormState({ control });
  const given = useWatch({ control }) as AutomationInput;
  const suggestion = suggestedName(given, tools);
  return (
    <header className="mb-5 flex items-start justify-between gap-x-6 gap-y-3 max-md:flex-col max-md:items-stretch">
      <div className="min-w-0 flex-1">
        <h1 className="sr-only">{given.name || suggestion || t("newTitle")}</h1>
        <input
          {...register("name")}
          form="automation"
          aria-label={t("name")}
          placeholder={suggestion || t("namePlaceholder")}
          readOnly={!mayPublish}
          maxLength={120}
          autoComplete="off"
          className="-ml-2 w-full max-w-140 truncate rounded-control border border-transparent bg-transparent px-2 py-1 text-section placeholder:text-ink-3 hover:border-line-strong focus:border-accent-ink focus:bg-raised"
        />
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
          <State edited={edited !== undefined} dirty={isDirty} enabled={edited?.enabled ?? true} />
          <VersionNote />
        </div>
        {errors.name?.message ? (
          <p role="alert" className="mt-1 text-small text-bad">
            {errors.name.message}
          </p>
        ) : null}
      </div>
      {actions ? <div className="flex shrink-0 flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

function State({ edited, dirty, enabled }: { edited: boolean; dirty: boolean; enabled: boolean }) {
  const t = useTranslations("automations.editor");
  return (
    <>
      {edited && !enabled ? (
        <Badge tone="idle" icon={CirclePause} boxed>
          {t("off")}
        </Badge>
      ) : null}
      {edited && !dirty ? null : (
        <Badge tone="idle" icon={Pencil} boxed>
          {t(edited ? "unpublished" : "notPublished")}
        </Badge>
      )}
    </>
  );
}

function VersionNote() {
  const t = useTranslations("automations.editor");
  const locale = useLocale();
  const { edited, zone, now } = useEditor();
  if (!edited) return null;
  const date = formatDate(edited.publishedAt, { locale, zone, now }, "always");
  const { version } = edited;
  return <span>{t(edited.enabled ? "version" : "published", { version, date })}</span>;
}
