"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { rehearsedRule } from "@/lib/runs/history/input";
import { Button } from "../../ui/button";
import { Close } from "../../ui/close";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { Segmented } from "../../ui/segmented";
import { SkeletonRows } from "../../ui/skeleton";
import { useEditor, useEditorForm } from "../editor-context";
import { HistoryList } from "./history-list";
import { HistorySum } from "./history-sum";
import { DAYS } from "./shown-history";
import { useRehearsal } from "./use-rehearsal";

interface RehearsalDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** "Sprawdź na historii": the form, saved or not, held against the events of the last days. */
export function RehearsalDialog({ open, onOpenChange }: RehearsalDialogProps) {
  const t = useTranslations("history.draft");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="wide"
      title={t("open")}
      description={t("lead")}
      closeLabel={t("close")}
      foot={
        <Close>
          <Button>{t("back")}</Button>
        </Close>
      }
    >
      {open ? <Rehearsal /> : null}
    </Dialog>
  );
}

function Rehearsal() {
  const { getValues } = useEditorForm();
  const [parsed] = useState(() => rehearsedRule.safeParse(getValues()));
  if (parsed.success) return <Loaded rule={parsed.data} />;
  return <Incomplete parts={parsed.error.issues.map(({ path }) => String(path[0]))} />;
}

const PARTS = ["productId", "trigger", "moment", "late", "conditions", "sendingWindow"] as const;

/** Names what is still to be decided before anything can be tried. */
function Incomplete({ parts }: { parts: readonly string[] }) {
  const t = useTranslations("history.draft");
  const named = PARTS.filter((part) => parts.includes(part)).map((part) => t(`parts.${part}`));
  return (
    <Notice tone="info" live>
      {t("incomplete")}: {named.join(", ")}.
    </Notice>
  );
}

function Loaded({ rule }: { rule: Parameters<typeof useRehearsal>[0] }) {
  const t = useTranslations("history");
  const { edited } = useEditor();
  const [days, setDays] = useState<(typeof DAYS)[number]>(30);
  const { history, refusal, loadAfter } = useRehearsal(rule, days, edited?.automationId);
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <span aria-hidden className="text-small font-medium">
          {t("days")}
        </span>
        <Segmented
          aria-label={t("days")}
          options={DAYS.map((span) => ({ value: String(span), label: t("span", { days: span }) }))}
          value={String(days)}
          onChange={(value) => setDays(DAYS.find((span) => String(span) === value) ?? 30)}
        />
      </div>
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      {history ? (
        <>
          <div aria-live="polite" className="mb-5">
            {history.sum ? <HistorySum sum={history.sum} days={days} /> : null}
          </div>
          <HistoryList key={days} first={history} loadAfter={loadAfter} />
        </>
      ) : refusal ? null : (
        <SkeletonRows rows={6} label={t("loading")} />
      )}
    </>
  );
}
