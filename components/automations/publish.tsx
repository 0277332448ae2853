"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormState } from "react-hook-form";
import { formatTime } from "@/lib/format-date";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { useEditor, useEditorForm } from "./editor-context";
import type { useDraft } from "./use-draft";
import type { usePublish } from "./use-publish";

export type Publishing = ReturnType<typeof usePublish>;

export function PublishButton({ publishing, wide }: { publishing: Publishing; wide?: boolean }) {
  const t = useTranslations("automations.editor");
  const { edited, mayPublish } = useEditor();
  const { isDirty } = useFormState({ control: useEditorForm().control });
  const version = edited && edited.version + 1;
  if (!mayPublish) return null;
  return (
    <Button
      type="submit"
      form="automation"
      variant="primary"
      size={wide ? "wide" : "base"}
      pending={publishing.pending}
      pendingLabel={t("publishing")}
      disabled={edited !== undefined && !isDirty}
    >
      {version && wide ? t("publishVersion", { version }) : t("publish")}
    </Button>
  );
}

/** Below the button: what is safe, or why it can't be pressed. */
export function PublishNote({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const t = useTranslations("automations.editor");
  const locale = useLocale();
  const { edited, zone } = useEditor();
  const { control, reset } = useEditorForm();
  const { isDirty } = useFormState({ control });
  const time = draft.at && formatTime(draft.at, { locale, zone });
  if (!isDirty && edited) return <Note>{t("nothingChanged")}</Note>;
  return (
    <>
      <Note>
        {isDirty && time ? t(draft.restored ? "draftRestored" : "draftSaved", { time }) : null}{" "}
        {edited ? t("publishNote") : t("publishNew")}
      </Note>
      {isDirty ? (
        <div className="mt-1 flex justify-center">
          <Button
            variant="ghost"
            size="small"
            onClick={() => {
              reset();
              draft.drop();
            }}
          >
            {t("discard")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p className="mt-2.5 text-center text-note text-ink-3">{children}</p>
);

/** What the server refused as a whole; what is wrong with a field stands at the field. */
export function Refusal() {
  const { errors } = useFormState({ control: useEditorForm().control });
  const message = errors.root?.message;
  if (!message) return null;
  return (
    <Notice tone="bad" look="plain" live className="mb-4">
      {message}
    </Notice>
  );
}
