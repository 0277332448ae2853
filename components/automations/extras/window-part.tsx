"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useWatch } from "react-hook-form";
import type { SendingWindow } from "@/lib/automations/sending-window";
import { TimeField } from "../../day/time-field";
import { Checkbox } from "../../ui/checkbox";
import { Switch } from "../../ui/switch";
import { useEditor, useEditorForm } from "../editor-context";
import { RowError } from "../editor-row";
import { ExtrasPart } from "./extras-part";

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Working days from 9:00 to 17:00. */
const FIRST_OFFER: SendingWindow = { days: [1, 2, 3, 4, 5], from: 540, until: 1020 };

export function WindowPart() {
  const t = useTranslations("automations.extras.editor");
  const { zone } = useEditor();
  const { control, setValue, formState } = useEditorForm();
  const window = useWatch({ control, name: "sendingWindow" });
  const last = useRef(FIRST_OFFER);
  const change = (next: SendingWindow | null) =>
    setValue("sendingWindow", next, { shouldDirty: true, shouldValidate: formState.isSubmitted });

  function toggle(on: boolean) {
    if (window) last.current = window;
    change(on ? last.current : null);
  }
  return (
    <ExtrasPart title={t("window")} hint={window ? t("windowHint", { zone }) : undefined}>
      <Switch label={t("windowOn")} checked={window !== null} onCheckedChange={toggle} />
      {window ? <WindowFields window={window} onChange={change} /> : null}
    </ExtrasPart>
  );
}

interface WindowFieldsProps {
  window: SendingWindow;
  onChange(window: SendingWindow): void;
}

function WindowFields({ window, onChange }: WindowFieldsProps) {
  const t = useTranslations("automations.extras");
  const { formState } = useEditorForm();
  const wrong = formState.errors.sendingWindow as
    | Partial<Record<"days" | "from" | "until", { message?: string }>>
    | undefined;
  const { days, from, until } = window;
  return (
    <>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {DAYS.map((day) => (
          <Checkbox
            key={day}
            label={t(`window.short.d${day}`)}
            checked={days.includes(day)}
            onCheckedChange={(on) =>
              onChange({ ...window, days: DAYS.filter((d) => (d === day ? on : days.includes(d))) })
            }
          />
        ))}
      </div>
      <RowError>{wrong?.days ? t("editor.noDays") : undefined}</RowError>
      <div className="flex flex-wrap items-start gap-2">
        <Time
          label={t("editor.from")}
          minutes={from}
          error={wrong?.from?.message}
          onChange={(minutes) => onChange({ ...window, from: minutes })}
        />
        <Time
          label={t("editor.until")}
          minutes={until}
          error={wrong?.until?.message}
          onChange={(minutes) => onChange({ ...window, until: minutes })}
        />
      </div>
    </>
  );
}

interface TimeProps {
  label: string;
  minutes: number;
  error?: string;
  onChange(minutes: number): void;
}

function Time({ error, ...field }: TimeProps) {
  const t = useTranslations("automations.extras.editor");
  const unreadable = error !== undefined && Number.isNaN(field.minutes);
  return <TimeField {...field} error={unreadable ? t("noTime") : error} className="w-24" />;
}
