"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/action";
import { dayKey } from "@/lib/format-date";
import { Button } from "../ui/button";
import { Close } from "../ui/close";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { Skeleton } from "../ui/skeleton";
import { useToast } from "../ui/toast";
import { useDeed } from "../use-deed";
import { type MoveChoice, MoveFields } from "./move-fields";
import type { Chosen } from "./use-chosen";
import { type Undo, useUndo } from "./use-undo";

export type DeedKind = "cancel" | "move" | "start";
type Done = ActionResult<{ id: string; count: number }>;

export interface SteerActions {
  count(chosen: Chosen): Promise<ActionResult<number>>;
  cancel(chosen: Chosen): Promise<Done>;
  start(chosen: Chosen): Promise<Done>;
  move(input: { chosen: Chosen; to: MoveChoice }): Promise<Done>;
  undo: Undo;
}

/** What is asked about: which deed, and of whom where it is one person. */
export type Asked = { kind: DeedKind; chosen: Chosen; customer?: string };

interface SteerDialogProps extends SteerActions {
  asked: Asked | undefined;
  onClose(): void;
  onDone(): void;
  zone: string;
  now: Date;
}

/** A look before many runs are cancelled, moved or started: how many it is, and what can't be undone. */
export function SteerDialog({ asked, ...props }: SteerDialogProps) {
  // Each question begins anew; while the last one closes, its words stay.
  const [last, setLast] = useState(asked);
  if (asked && asked !== last) setLast(asked);
  return last ? (
    <Question key={JSON.stringify(last)} asked={last} open={asked !== undefined} {...props} />
  ) : null;
}

function Question(props: Omit<SteerDialogProps, "asked"> & { asked: Asked; open: boolean }) {
  const { asked, open, onClose, onDone, zone, now } = props;
  const { kind, chosen, customer } = asked;
  const t = useTranslations("timeline");
  const { show } = useToast();
  const undo = useUndo(props.undo);
  const [to, setTo] = useState<MoveChoice>({ days: 1 });
  const found = useCount(props.count, chosen, open);
  const act = () => (kind === "move" ? props.move({ chosen, to }) : props[kind](chosen));
  const { run, pending, refusal } = useDeed(act, ({ id, count }) => {
    const text = count === 0 ? t("nobody") : t(`done.${kind}`, { count });
    const action = { label: t("undo.action"), onClick: () => undo.run({ steeringId: id }) };
    show({ text, tone: count ? "ok" : "info", ...(count && kind !== "start" && { action }) });
    onDone();
  });
  const trouble = refusal ?? found.refusal;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && !pending && onClose()}
      size={kind === "move" ? "base" : "small"}
      title={t(`ask.${kind}.title`, { one: String(customer !== undefined) })}
      description={
        found.count === undefined ? (
          <Skeleton className="mt-1 h-5 w-56" />
        ) : (
          <p aria-live="polite">{t(`ask.${kind}.text`, { count: found.count })}</p>
        )
      }
      closeLabel={t("ask.back")}
      foot={
        <>
          <Close>
            <Button disabled={pending}>{t("ask.back")}</Button>
          </Close>
          <Button
            variant={kind === "cancel" ? "destroy" : "primary"}
            pending={pending}
            pendingLabel={t(`ask.${kind}.pending`)}
            disabled={!found.count}
            onClick={() => run(undefined)}
          >
            {t(`ask.${kind}.confirm`, { one: String(customer !== undefined) })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {customer ? <p className="font-medium wrap-anywhere">{customer}</p> : null}
        {trouble ? (
          <Notice tone="bad" live>
            {trouble}
          </Notice>
        ) : null}
        {kind === "move" ? (
          <MoveFields value={to} onChange={setTo} today={dayKey(now, zone)} zone={zone} />
        ) : null}
        <p className="text-small text-ink-2">{t(`ask.${kind}.note`)}</p>
      </div>
    </Dialog>
  );
}

/** How many are meant, asked for as the question opens. */
function useCount(ask: SteerActions["count"], chosen: Chosen, open: boolean) {
  const [count, setCount] = useState<number>();
  const { run, refusal } = useDeed(ask, setCount);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each question
  useEffect(() => {
    if (open) run(chosen);
  }, [open]);
  return { count, refusal };
}
