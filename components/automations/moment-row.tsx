"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useWatch } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import { type Moment, UNITS } from "@/lib/automations/moment";
import { mayRunBefore } from "@/lib/triggers/trigger";
import { Input } from "../ui/input";
import { RadioRows } from "../ui/radio-rows";
import { Segmented } from "../ui/segmented";
import { Select } from "../ui/select";
import { Switch } from "../ui/switch";
import { useEditorForm } from "./editor-context";
import { EditorRow, RowError, RowHint } from "./editor-row";

const FIRST_OFFER: Moment = { side: "after", unit: "days", value: 1 };
/** The moment of "access is expiring" itself stands so long before the end. */
const EXPIRING_DAYS = 3;

export function MomentRow() {
  const t = useTranslations("automations.editor");
  const { control, setValue, formState } = useEditorForm();
  const [trigger, moment] = useWatch({ control, name: ["trigger", "moment"] });
  const last = useRef(FIRST_OFFER);
  const wrong = formState.errors.moment as
    | { message?: string; value?: { message?: string }; side?: { message?: string } }
    | undefined;

  function toggle(atEvent: boolean) {
    if (moment) last.current = moment;
    const side = mayRunBefore(trigger) ? last.current.side : "after";
    setMoment(atEvent ? null : { ...last.current, side });
  }
  function setMoment(next: Moment | null) {
    setValue("moment", next, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  }

  return (
    <EditorRow row="moment" title={t("rows.moment")}>
      <div className="flex min-h-9 flex-wrap items-center gap-2">
        <Switch
          label={t("atEvent")}
          checked={moment === null}
          onCheckedChange={toggle}
          className="mr-4 max-md:min-h-8 max-md:w-full"
        />
        {moment ? <Distance moment={moment} onChange={setMoment} /> : null}
      </div>
      <RowError>{wrong?.value?.message ?? wrong?.side?.message ?? wrong?.message}</RowError>
      <MomentHints trigger={trigger} moment={moment} />
      {moment?.side === "before" ? <LateChoice /> : null}
    </EditorRow>
  );
}

function Distance({ moment, onChange }: { moment: Moment; onChange(moment: Moment): void }) {
  const t = useTranslations("automations");
  const trigger = useWatch({ control: useEditorForm().control, name: "trigger" });
  const { value, unit, side } = moment;
  const both = mayRunBefore(trigger);
  const after = { value: "after" as const, label: t(both ? "editor.afterShort" : "editor.after") };
  const before = { value: "before" as const, label: t("editor.before") };
  return (
    <>
      <Input
        inputMode="numeric"
        maxLength={4}
        aria-label={t("editor.value")}
        value={Number.isFinite(value) ? String(value) : ""}
        onChange={({ target }) => {
          const digits = target.value.replace(/\D/g, "");
          onChange({ ...moment, value: digits ? Number(digits) : Number.NaN });
        }}
        className="w-16"
      />
      <Select
        aria-label={t("editor.unit")}
        value={unit}
        onChange={(next) => onChange({ ...moment, unit: next })}
        options={UNITS.map((name) => ({
          value: name,
          label: t(`unit.${name}`, { value: Number.isFinite(value) ? value : 0 }),
        }))}
        className="w-32"
      />
      <Segmented
        aria-label={t("editor.side")}
        value={side}
        onChange={(next) => onChange({ ...moment, side: next })}
        options={both ? [before, after] : [after]}
      />
    </>
  );
}

function MomentHints({ trigger, moment }: Pick<AutomationInput, "trigger" | "moment">) {
  const t = useTranslations("automations");
  if (!moment) return null;
  const calendar = moment.unit === "days" || moment.unit === "weeks";
  const notAhead = mayRunBefore(trigger) ? undefined : t(`trigger.${trigger}.notAhead`);
  const pastEnd = trigger === "access_expiring" && moment.side === "after" && isLong(moment);
  const hints = [notAhead, calendar && t("editor.calendar"), pastEnd && t("editor.tooLate")];
  const said = hints.filter(Boolean).join(" ");
  return said ? <RowHint>{said}</RowHint> : null;
}

function isLong({ unit, value }: Moment): boolean {
  const days = { minutes: value / 1440, hours: value / 24, days: value, weeks: value * 7 }[unit];
  return days >= EXPIRING_DAYS;
}

function LateChoice() {
  const t = useTranslations("automations.editor.late");
  const { control, setValue } = useEditorForm();
  const late = useWatch({ control, name: "late" });
  return (
    <div className="grid gap-2 pt-2">
      <p id="late-label" className="text-small font-medium">
        {t("label")}
      </p>
      <RadioRows
        aria-labelledby="late-label"
        columns={2}
        value={late}
        onChange={(next) => setValue("late", next, { shouldDirty: true })}
        options={[
          { value: "skip", label: t("skip"), note: t("skipNote") },
          { value: "run_now", label: t("run_now") },
        ]}
      />
    </div>
  );
}
