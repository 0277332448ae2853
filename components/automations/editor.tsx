"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import { sentenceOf } from "@/lib/automations/sentence";
import { Page } from "../shell/page";
import { Card, CardPart, Columns } from "../ui/card";
import { Notice } from "../ui/notice";
import {
  type EditorActions,
  EditorContext,
  type EditorFacts,
  useEditor,
  useEditorForm,
} from "./editor-context";
import { EditorHeader } from "./editor-header";
import { EditorRows, EditTouched, Happens, LeaveGuard, NextMoment, Warnings } from "./late-parts";
import { PublishButton, PublishNote, Refusal } from "./publish";
import { SentenceHeadline } from "./sentence";
import { toldOf } from "./told";
import { useDraft } from "./use-draft";
import { usePublish } from "./use-publish";
import { useResolver } from "./use-resolver";

export interface AutomationEditorProps extends EditorFacts, EditorActions {
  initial: AutomationInput;
  /** What the form begins with instead, as changes of `initial`: an older version, a copy. */
  begin?: AutomationInput;
  /** What it begins with, or what goes well with it. */
  notice?: ReactNode;
  /** Stands between name and sentence: templates. */
  above?: ReactNode;
  /** Beside the name: versions, delete. */
  actions?: ReactNode;
}

/** The rule as one sentence, and the rows that decide each of its words. */
export function AutomationEditor(props: AutomationEditorProps) {
  const { initial, begin, notice, above, actions, ...editor } = props;
  const { edited, tools } = editor;
  const form = useForm<AutomationInput>({
    defaultValues: initial,
    resolver: useResolver(tools),
  });
  const draft = useDraft(form, useDraftKey(editor), begin);
  const publishing = usePublish(form, { ...editor, onPublished: draft.drop });
  const unsaved = form.formState.isDirty && !publishing.pending;
  return (
    <EditorContext value={editor}>
      <FormProvider {...form}>
        <Page
          crumbs={useCrumbs(editor)}
          phoneFoot={
            <>
              <NextMoment />
              <PublishButton publishing={publishing} />
            </>
          }
        >
          <EditorHeader actions={actions} />
          {above}
          {notice ? (
            <Notice tone="info" className="mb-5">
              {notice}
            </Notice>
          ) : null}
          <Columns
            aside={
              <Card>
                <CardPart>
                  <Happens />
                </CardPart>
                <WaitingPart />
                <Warnings />
                {editor.mayPublish ? (
                  <CardPart>
                    <Refusal />
                    <div className="max-md:hidden">
                      <PublishButton publishing={publishing} wide />
                    </div>
                    <PublishNote draft={draft} />
                  </CardPart>
                ) : null}
              </Card>
            }
          >
            <Rows onSubmit={publishing.begin} />
          </Columns>
        </Page>
        <LeaveGuard active={unsaved} />
        {edited ? <EditTouched publishing={publishing} edited={edited} /> : null}
      </FormProvider>
    </EditorContext>
  );
}

/** The page's moment and the clock's progress since: the panel's clock is the server's. */
function useDraftKey({ edited, now }: EditorFacts) {
  const [opened] = useState(() => ({ server: now.getTime(), here: performance.now() }));
  const clock = useCallback(
    () => new Date(opened.server + performance.now() - opened.here),
    [opened],
  );
  return { automationId: edited?.automationId, base: edited?.version ?? 0, now: clock };
}

function useCrumbs({ edited }: EditorFacts) {
  const t = useTranslations("automations");
  return [
    { label: t("list.title"), href: "/automations" },
    { label: edited ? edited.name : t("editor.newTitle") },
  ];
}

function Rows({ onSubmit }: { onSubmit(event: React.FormEvent): void }) {
  const [active, setActive] = useState<string>();
  return (
    <form
      id="automation"
      method="post"
      noValidate
      onSubmit={onSubmit}
      onFocus={({ target }) => setActive(target.closest<HTMLElement>("[data-row]")?.dataset.row)}
    >
      <Headline active={active} />
      <div className="border-line-strong border-t">
        <EditorRows />
      </div>
    </form>
  );
}

function Headline({ active }: { active: string | undefined }) {
  const t = useTranslations("automations");
  const editor = useEditor();
  const given = useWatch({ control: useEditorForm().control }) as AutomationInput;
  return <SentenceHeadline parts={sentenceOf(toldOf(given, editor), t)} active={active} />;
}

function WaitingPart() {
  const t = useTranslations("automations.editor");
  const { edited } = useEditor();
  if (!edited?.waiting) return null;
  return (
    <CardPart>
      <p>
        <span className="font-medium">{t("waiting", { waiting: edited.waiting })}</span>{" "}
        <span className="text-ink-2">{t("waitingNote")}</span>
      </p>
    </CardPart>
  );
}
