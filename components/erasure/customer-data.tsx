"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import type { Erased } from "@/lib/erasure/erase";
import { DeedConfirm } from "../deed-confirm";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";

interface Props {
  customerId: string;
  erase(input: { customerId: string }): Promise<ActionResult<Erased | null>>;
}

const GOES = ["who", "events", "requests", "codes", "waiting"] as const;
const STAYS = ["counts", "tools"] as const;

/** What a customer may ask for: all that is stored of them, and that it goes. */
export function CustomerData({ customerId, erase }: Props) {
  const t = useTranslations("erasure.customer");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("title")} lead={t("lead")}>
      <div className="flex flex-wrap gap-2 pt-4">
        <a
          href={`/customers/${customerId}/data`}
          download
          className={buttonStyle({ size: "small" })}
        >
          <Download aria-hidden />
          {t("download")}
        </a>
        <Button size="small" variant="danger" onClick={() => setOpen(true)}>
          {t("erase")}
        </Button>
      </div>
      <DeedConfirm
        open={open}
        onOpenChange={setOpen}
        title={t("eraseTitle")}
        description={<WhatGoes />}
        confirmLabel={t("erase")}
        pendingLabel={t("erasing")}
        cancelLabel={t("keep")}
        danger
        action={erase}
        input={{ customerId }}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
      />
    </Section>
  );
}

function WhatGoes() {
  const t = useTranslations("erasure.customer");
  return (
    <div className="grid gap-3 pt-2">
      <Listed title={t("goes.title")} points={GOES.map((what) => t(`goes.${what}`))} />
      <Listed title={t("stays.title")} points={STAYS.map((what) => t(`stays.${what}`))} />
      <p>{t("final")}</p>
    </div>
  );
}

function Listed({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <div>
      <p className="font-medium text-ink">{title}</p>
      <ul className="list-disc pl-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

/** In the place of the name of somebody who was erased. */
export function ErasedNotice({ date }: { date: string }) {
  const t = useTranslations("erasure.customer");
  return (
    <Notice title={t("erased", { date })} className="mb-5">
      {t("erasedText")}
    </Notice>
  );
}
