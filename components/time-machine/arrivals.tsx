"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { Close } from "../ui/close";
import { TextLink } from "../ui/text-link";
import { When } from "../when";
import type { TimeMachineProps } from "./props";

const LOOK_MS = 1000;
/** What our own clock brings about (an end that EasyCart told nobody of) is planned within this time. */
const LEAST_LOOKS = 4;

type ArrivalsProps = Pick<TimeMachineProps, "zone" | "seeComing"> & { at: Date };

/** Says how much is still to come, and shows the page behind anew until all has. */
export function Arrivals({ at, zone, seeComing }: ArrivalsProps) {
  const t = useTranslations("time-machine.landed");
  const { refresh } = useRouter();
  const [coming, setComing] = useState<number>();
  useEffect(() => {
    let looks = 0;
    const timer = setInterval(async () => {
      const answer = await seeComing({}).catch(() => undefined);
      looks++;
      refresh();
      if (!answer?.ok) return;
      setComing(answer.data);
      if (answer.data === 0 && looks >= LEAST_LOOKS) clearInterval(timer);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [seeComing, refresh]);
  return (
    <div className="grid gap-4">
      <p>
        {t.rich("at", {
          when: () => (
            <When at={at} zone={zone} now={at} look="momentWithYear" className="font-medium" />
          ),
        })}
      </p>
      <p aria-live="polite">{coming === undefined ? t("looking") : t("coming", { coming })}</p>
      <p className="flex flex-wrap items-center justify-between gap-3">
        <Close>
          <TextLink href="/activity">{t("see")}</TextLink>
        </Close>
        <Close>
          <Button>{t("close")}</Button>
        </Close>
      </p>
    </div>
  );
}
