"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Path, UseFormReturn } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import type { Decided, Decision } from "@/lib/runs/edit/input";
import { useToast } from "../ui/toast";
import type { EditorActions, EditorFacts } from "./editor-context";
import { useTouched } from "./touched/use-touched";

type Options = Pick<EditorFacts, "edited"> &
  Pick<EditorActions, "publish" | "previewTouched" | "pageTouched"> & {
    /** Called when it is published: what was typed is no draft any more. */
    onPublished(): void;
  };

/**
 * From the press of "Publikuj" to the new version: the form is judged, then who waits is named and
 * asked about, then it is sent. `touched.people` are those who wait for that answer.
 */
export function usePublish(form: UseFormReturn<AutomationInput>, options: Options) {
  const { edited, publish, onPublished } = options;
  const errors = useTranslations("errors");
  const announce = useAnnounce();
  const router = useRouter();
  const touched = useTouched(options);
  const [asked, ask] = useState<AutomationInput | null>(null);
  const [pending, setPending] = useState(false);

  async function send(automation: AutomationInput, waiting?: Decision) {
    setPending(true);
    const version = edited && { automationId: edited.automationId, version: edited.version };
    const result = await publish({ automation, edited: version, waiting }).catch(() => ({
      ok: false as const,
      message: errors("offline"),
      fields: undefined,
    }));
    setPending(false);
    touched.forget();
    if (!result.ok) return refuse(form, result);
    onPublished();
    form.reset(automation);
    announce(automation.name, result.data, edited);
    // An older version that was restored stands in the address no more.
    if (edited && !location.search) router.refresh();
    else router.replace(`/automations/${result.data.automationId}`);
  }

  const begin = form.handleSubmit(async (automation) => {
    // A new name alone touches nobody.
    const { name, ...changed } = form.formState.dirtyFields;
    if (!edited || Object.keys(changed).length === 0) return await send(automation);
    setPending(true);
    const { automationId, version } = edited;
    const { trigger, moment, late, sendingWindow } = automation;
    const timing = { trigger, moment, late, sendingWindow };
    const found = await touched.look({ automationId, to: { version, timing } });
    setPending(false);
    if (typeof found === "object") return refuse(form, { message: found.refused });
    if (found === "nobody") return await send(automation);
    ask(automation);
  });
  const confirm = (decision: Decision) => asked && send(asked, decision);
  return { begin, touched, pending, confirm, cancel: touched.forget };
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
  const touched = useTranslations("automations.touched");
  const { show } = useToast();
  return (
    name: string,
    { version, decided }: { version: number; decided?: Decided },
    edited: EditorFacts["edited"],
  ) => {
    if (!edited) return show({ text: t("done", { name }) });
    if (version === edited.version) return show({ text: t("renamed") });
    const done = t(edited.enabled ? "doneVersion" : "doneOff", { version });
    if (!decided || decided.moved + decided.skipped + decided.cancelled === 0)
      return show({ text: done });
    const { moved, skipped, cancelled } = decided;
    show({ text: `${done} ${touched("done", { moved: moved + skipped, cancelled })}` });
  };
}
