"use client";

import { Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatTime } from "@/lib/format-date";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { type Undo, useUndo } from "./use-undo";

interface UndoNoticeProps {
  /** The latest deed of the store that can still be undone. */
  steering:
    | { id: string; kind: "cancel" | "move" | "start" | "edit"; count: number; until: Date }
    | undefined;
  zone: string;
  mayAct: boolean;
  undo: Undo;
}

/** Stays for as long as a cancelling or moving can be undone, for everybody in the store. */
export function UndoNotice({ steering, zone, mayAct, undo }: UndoNoticeProps) {
  const t = useTranslations("timeline.undo");
  const locale = useLocale();
  const { run, pending } = useUndo(undo);
  if (!steering || !mayAct || steering.kind === "start") return null;
  const { id, kind, count, until } = steering;
  return (
    <Notice
      tone="info"
      className="mb-5"
      action={
        <Button
          size="small"
          icon={<Undo2 aria-hidden />}
          pending={pending}
          pendingLabel={t("pending")}
          onClick={() => run({ steeringId: id })}
        >
          {t("action")}
        </Button>
      }
    >
      {t(kind === "cancel" ? "cancelled" : "moved", { count })}{" "}
      {t("until", { time: formatTime(until, { locale, zone }) })}
    </Notice>
  );
}
