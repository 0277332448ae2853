"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Path, UseFormReturn } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import { useToast } from "../ui/toast";
import type { EditorActions, EditorFacts } from "./editor-context";

type Options = Pick<EditorFacts, "edited"> &
  Pick<EditorActions, "publish"> & {
    /** Called when it is published: what was typed is no draft any more. */
    onPublished(): void;
  };

/**
 * From the press of "Publikuj" to the new version: the form is judged, then who waits is named and
 * asked about, then it is sent. `asked` is what waits for that answer.
 */
export function usePublish(form: UseFormReturn<AutomationInput>, options: Options) {
  const { edited, publish, onPublished } = options;
  const errors = useTranslations("errors");
  const announce = useAnnounce();
  const router = useRouter();
  const [asked, ask] = useState<AutomationInput | null>(null);
  const [pending, setPending] = useState(false);

  async function send(automation: AutomationInput) {
    setPending(true);
    const version = edited && { automationId: edited.automationId, version: edited.version };
    const result = await publish({ automation, edited: version }).catch(() => ({
      ok: false as const,
      message: errors("offline"),
      fields: undefined,
    }));
    setPending(false);
    ask(null);
    if (!result.ok) return refuse(form, result);
    onPublished();
    form.reset(automation);
    announce(automation.name, result.data.version, edited);
    if (edited) router.refresh();
    else router.replace(`/automations/${result.data.automationId}`);
  }

  const begin = form.handleSubmit(async (automation) => {
    // A new name alone touches nobody.
    const { name, ...changed } = form.formState.dirtyFields;
    if (edited?.waiting && Object.keys(changed).length > 0) return ask(automation);
    await send(automation);
  });
  return { begin, asked, pending, confirm: () => asked && send(asked), cancel: () => ask(null) };
}

function refuse(
  form: UseFormReturn<AutomationInput>,
  { message, fields = {} }: { message: string; fields?: Record<string, string> },
) {
  for (const [path, words] of Object.entries(fields))
    form.setError(path as Path<AutomationInput>, { message: words });
  form.setError("root", { message });
}

function useAnnounce() {
  const t = useTranslations("automations.editor");
  const { show } = useToast();
  return (name: string, version: number, edited: EditorFacts["edited"]) => {
    if (!edited) return show({ text: t("done", { name }) });
    if (version === edited.version) return show({ text: t("renamed") });
    show({ text: t(edited.enabled ? "doneVersion" : "doneOff", { version }) });
  };
}
