"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import { deedSentence, plainText } from "@/lib/automations/sentence";
import { formatMoment } from "@/lib/format-date";
import { cn } from "../ui/cn";
import { useEditor, useEditorForm } from "./editor-context";
import { exampleOf } from "./example";
import { RehearseButton } from "./history/rehearse-button";
import { toldOf } from "./told";

/** "Co się stanie": the rule told once, with real dates. */
export function Happens() {
  const t = useTranslations("automations");
  const locale = useLocale();
  const editor = useEditor();
  const { zone, now } = editor;
  const given = useWatch({ control: useEditorForm().control }) as AutomationInput;
  const { anchor, due } = exampleOf(given, now, zone);
  const told = toldOf(given, editor);
  const parts = deedSentence(told, t);
  const decided = told.action && !parts.some((part) => "slot" in part && part.open);
  const date = (at: Date) => formatMoment(at, { locale, zone, now }, "always");
  const event = {
    at: anchor,
    text: t(`editor.happens.event.${given.trigger}`, {
      product: told.product ?? t("editor.happens.someProduct"),
    }),
    ours: false,
  };
  const deed = {
    at: due,
    text: decided ? plainText(parts) : t("editor.happens.undecided"),
    ours: true,
  };
  const steps = due < anchor ? [deed, event] : [event, deed];
  return (
    <>
      <h2 className="text-section">{t("editor.happens.title")}</h2>
      <p className="mt-0.5 mb-4 text-ink-2">
        {t(`editor.happens.example.${given.trigger}`, { when: date(anchor) })}
      </p>
      <ol>
        {steps.map((step) => (
          <li
            key={String(step.ours)}
            className="group grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-3"
          >
            <span aria-hidden className="relative">
              <span
                className={cn(
                  "absolute top-1.5 left-0.5 size-2 rounded-full border base:border-control base:bg-raised",
                  step.ours && "border-accent-ink bg-accent-ink",
                )}
              />
              <span className="absolute top-4 -bottom-1 left-[5.5px] w-px bg-line-strong group-last:hidden" />
            </span>
            <span className="text-pretty pb-4 group-last:pb-0">
              <time
                dateTime={step.at.toISOString()}
                className={cn(
                  "text-small base:text-ink-2",
                  step.ours && "font-medium text-accent-ink",
                )}
              >
                {date(step.at)}
              </time>
              <br />
              <span className={cn(step.ours && "font-medium")}>{step.text}</span>
            </span>
          </li>
        ))}
      </ol>
      <RehearseButton />
    </>
  );
}
