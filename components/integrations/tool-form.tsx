"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useCallback, useEffect, useState } from "react";
import type { Published } from "@/lib/integrations/publish";
import type { ToolCard } from "@/lib/tools/card";
import { ToolFields } from "../tool-fields/tool-fields";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Fold } from "../ui/fold";
import { Input } from "../ui/input";
import { Locked } from "../ui/locked";
import { Notice } from "../ui/notice";
import { SheetBody, SheetFoot, sheetForm } from "../ui/sheet";
import { useActionForm } from "../use-action-form";
import { PublishedNotice } from "./published-notice";
import type { Editing, Publish, Typed } from "./sheet-props";

type Props = {
  tool: ToolCard;
  editing?: Editing;
  initial: Typed;
  remember(typed: Typed): void;
  /** Something was typed that was not published yet. */
  /** Kept true while something typed is not saved. */
  unsaved: RefObject<boolean>;
  mayWrite: boolean;
  publish: Publish;
  /** Asks first, where something would be lost. */
  leave(): void;
  close(): void;
  /** Above the form. */
  children?: ReactNode;
};

/** Name and credentials of one tool. A published integration that is not connected stays open to be mended. */
export function ToolForm(props: Props) {
  const { tool, editing, initial, remember, unsaved, mayWrite, publish, leave, close } = props;
  const t = useTranslations("integrations.sheet");
  const locale = useLocale();
  const router = useRouter();
  const [published, setPublished] = useState<Published>();
  const integrationId = published?.integrationId ?? editing?.id ?? null;
  const tails = editing?.tails;
  const schema = useCallback(async () => {
    const { integrationForm } = await import("@/lib/integrations/input");
    return integrationForm(tool.credentials, locale, Object.keys(tails ?? {}));
  }, [tool, locale, tails]);
  const form = useActionForm({
    schema,
    action: ({ name, values }: Typed) => publish({ toolId: tool.id, integrationId, name, values }),
    defaultValues: { name: initial.name, values: blank(tool, initial.values) },
    onSaved: (result) => {
      if (result.connection === "connected" && Object.keys(result.made).length === 0)
        return close();
      setPublished({ ...result, made: { ...published?.made, ...result.made } });
      router.refresh();
    },
  });
  const { watch, getValues } = form;
  useEffect(() => {
    const { unsubscribe } = watch(() => remember(getValues()));
    return unsubscribe;
  }, [watch, getValues, remember]);
  const { errors, isSubmitting, isDirty } = form.formState;
  useEffect(() => {
    unsaved.current = isDirty;
    return () => {
      unsaved.current = false;
    };
  }, [unsaved, isDirty]);
  const done = published?.connection === "connected";
  return (
    <form method="post" noValidate onSubmit={form.submit} className={sheetForm}>
      <SheetBody>
        {published ? null : props.children}
        {errors.root ? (
          <Notice tone="bad" live>
            {errors.root.message}
          </Notice>
        ) : null}
        {published && !isSubmitting ? (
          <PublishedNotice published={published} tool={tool.name} />
        ) : null}
        {done ? null : (
          <Locked when={!mayWrite}>
            <Guide tool={tool} open={!editing} />
            <Field label={t("name")} hint={t("nameHint")} error={errors.name?.message}>
              <Input {...form.register("name")} autoComplete="off" />
            </Field>
            <ToolFields
              fields={tool.credentials}
              control={form.control}
              name="values"
              kept={{ ...tails, ...tailsOf(published?.made) }}
            />
          </Locked>
        )}
      </SheetBody>
      <SheetFoot note={done || !mayWrite ? undefined : t("checkNote")}>
        {done || !mayWrite ? null : (
          <Button
            type="submit"
            variant="primary"
            pending={isSubmitting}
            pendingLabel={t("publishing")}
          >
            {t("publish")}
          </Button>
        )}
        <Button variant={done ? "primary" : "ghost"} onClick={leave}>
          {t(published || !mayWrite ? "close" : "cancel")}
        </Button>
      </SheetFoot>
    </form>
  );
}

/** Every field has a value from the start, so that none turns from uncontrolled to controlled. */
function blank(tool: ToolCard, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(tool.credentials).map((field) => [field, values[field] ?? ""]),
  );
}

/** A secret that was just made stands there from now on. */
const tailsOf = (made: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(made).map(([field, secret]) => [field, secret.slice(-4)]));

function Guide({ tool, open }: { tool: ToolCard; open: boolean }) {
  const t = useTranslations("integrations.sheet");
  if (tool.guide.length === 0) return null;
  return (
    <Fold title={t("guide", { tool: tool.name })} open={open}>
      <ol className="grid list-decimal gap-2 py-3 pr-4 pl-8 text-small text-ink-2">
        {tool.guide.map((step) => (
          <li key={step} className="text-pretty pl-1 wrap-anywhere">
            {step}
          </li>
        ))}
      </ol>
    </Fold>
  );
}
