"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Leap } from "@/lib/time-machine/input";
import { LEAP_UNITS } from "@/lib/time-machine/unit";
import { Button } from "../ui/button";
import { Close } from "../ui/close";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Segmented } from "../ui/segmented";
import { useDeed } from "../use-deed";
import { Outlook } from "./outlook";
import type { TimeMachineProps } from "./props";
import { useAhead } from "./use-ahead";

type LeapFormProps = Pick<TimeMachineProps, "now" | "zone" | "move" | "seeAhead"> & {
  onLanded(at: Date): void;
};

const MOST = 1000;

/** How far to go, what would come until then, and the button that goes. */
export function LeapForm({ now, zone, move, seeAhead, onLanded }: LeapFormProps) {
  const t = useTranslations("time-machine");
  const [value, setValue] = useState("2");
  const [unit, setUnit] = useState<Leap["unit"]>("weeks");
  const count = Number(value);
  const sound = /^\d{1,4}$/.test(value) && count >= 1 && count <= MOST;
  const ahead = useAhead(sound ? { value: count, unit } : undefined, seeAhead);
  const { run, pending, refusal } = useDeed(move, onLanded);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) run({ value: count, unit });
      }}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <Field label={t("value")} error={sound ? undefined : t("valueWrong")} className="w-28">
          <Input
            inputMode="numeric"
            value={value}
            onChange={({ target }) => setValue(target.value.trim())}
          />
        </Field>
        <div className="grid gap-1.5">
          <span aria-hidden className="text-small font-medium">
            {t("unit")}
          </span>
          <Segmented
            aria-label={t("unit")}
            options={LEAP_UNITS.map((each) => ({
              value: each,
              label: t(`units.${each}`, { count: sound ? count : 2 }),
            }))}
            value={unit}
            onChange={setUnit}
          />
        </div>
      </div>
      <Outlook ahead={ahead} now={now} zone={zone} />
      {refusal ? <Notice tone="bad" title={refusal} live /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Close>
          <Button>{t("stay")}</Button>
        </Close>
        <Button
          type="submit"
          variant="primary"
          disabled={!sound}
          pending={pending}
          pendingLabel={t("moving")}
        >
          {sound ? t(`go.${unit}`, { count }) : t("goNowhere")}
        </Button>
      </div>
    </form>
  );
}
