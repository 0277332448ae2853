"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import { RunStatus } from "../run-status";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Close } from "../ui/close";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { useToast } from "../ui/toast";
import { useDeed } from "../use-deed";
import { When } from "../when";
import { type ShownRun, useDeedWords } from "./run-rows";

/** Who waited longer may not want it any more. */
const STALE_DAYS = 7;
const DAY_MS = 86_400_000;

export type StartAll = (input: { runIds: string[] }) => Promise<ActionResult<{ started: number }>>;

interface RerunDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  runs: readonly ShownRun[];
  zone: string;
  now: Date;
  startAll: StartAll;
  onStarted(): void;
}

/** A look before many runs start again: how many, for whom, what would happen, and which are old. */
export function RerunDialog(props: RerunDialogProps) {
  const { open, onOpenChange, runs, zone, now, startAll, onStarted } = props;
  const t = useTranslations("activity.again");
  const { show } = useToast();
  const [sparing, spare] = useState(false);
  const isStale = ({ dueAt }: ShownRun) => now.getTime() - dueAt.getTime() > STALE_DAYS * DAY_MS;
  const stale = runs.filter(isStale).length;
  const meant = sparing ? runs.filter((run) => !isStale(run)) : runs;
  const lost = meant.filter(({ status }) => status === "unknown").length;
  const { run, pending, refusal } = useDeed(startAll, ({ started }) => {
    show({ text: t("done", { started, left: meant.length - started }) });
    onOpenChange(false);
    onStarted();
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="wide"
      title={t("title", { count: meant.length })}
      description={t("text")}
      closeLabel={t("back")}
      foot={
        <>
          <p className="mr-auto min-w-0 flex-1 basis-60 text-small text-ink-2">
            {t("sum", { count: meant.length, left: runs.length - meant.length })}
          </p>
          <Close>
            <Button>{t("back")}</Button>
          </Close>
          <Button
            variant="primary"
            pending={pending}
            pendingLabel={t("pending")}
            disabled={meant.length === 0}
            onClick={() => run({ runIds: meant.map(({ id }) => id) })}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {refusal ? (
          <Notice tone="bad" live>
            {refusal}
          </Notice>
        ) : null}
        {lost > 0 ? <Notice tone="warn">{t("lost", { count: lost })}</Notice> : null}
        {stale > 0 ? (
          <Checkbox
            label={t("spare", { count: stale })}
            checked={sparing}
            onCheckedChange={spare}
          />
        ) : null}
        <ul aria-label={t("people")} className="border-t">
          {meant.map((one) => (
            <Person key={one.id} run={one} stale={isStale(one)} zone={zone} now={now} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

interface PersonProps {
  run: ShownRun;
  stale: boolean;
  zone: string;
  now: Date;
}

function Person({ run, stale, zone, now }: PersonProps) {
  const t = useTranslations("activity.again");
  const deed = useDeedWords(run.deed);
  const { name, email } = run.customer;
  return (
    <li className="grid gap-x-4 border-b py-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_11rem]">
      <div className="min-w-0 wrap-anywhere">
        <p className="font-medium">{name ?? email}</p>
        {name ? <p className="text-small text-ink-2">{email}</p> : null}
      </div>
      <div className="min-w-0 wrap-anywhere">
        <p>{deed}</p>
        <p className="text-small text-ink-2">
          {run.account ?? run.tool.name}, <When at={run.dueAt} zone={zone} now={now} look="short" />
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-x-3">
        <RunStatus status={run.status} />
        {stale ? (
          <Badge tone="warn" icon={Clock}>
            {t("stale")}
          </Badge>
        ) : null}
      </div>
    </li>
  );
}
