"use client";

import { Ban, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/action";
import { REPEATABLE, type RunStatus } from "@/lib/runs/status";
import { Button } from "../ui/button";
import { Confirm } from "../ui/confirm";
import { Notice } from "../ui/notice";
import { useToast } from "../ui/toast";

type Act = (input: { runId: string }) => Promise<ActionResult<void>>;

export interface RunControlsProps {
  runId: string;
  status: RunStatus;
  customer: string;
  mayAct: boolean;
  cancel: Act;
  runNow: Act;
  rerun: Act;
}

/** What may be done about a run now; where nothing may, why. */
export function RunControls(props: RunControlsProps) {
  const { status, mayAct } = props;
  const t = useTranslations("activity.act");
  if (!mayAct) return <Note>{t("viewer")}</Note>;
  if (status === "running") return <Note>{t("inProgress")}</Note>;
  if (status === "waiting") return <Waiting {...props} />;
  if (REPEATABLE.includes(status)) return <Rerun {...props} />;
  return (
    <div className="grid gap-2">
      <Button disabled size="wide" icon={<Play aria-hidden />}>
        {t("rerun")}
      </Button>
      <Note>{t("noNeed")}</Note>
    </div>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p className="text-pretty text-small text-ink-2">{children}</p>
);

function useAct(runId: string) {
  const { show } = useToast();
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();
  const perform = (act: Act, done: string, after?: () => void) =>
    start(async () => {
      setRefusal(undefined);
      const result = await act({ runId });
      if (!result.ok) return setRefusal(result.message);
      show({ text: done });
      after?.();
    });
  const refused = refusal ? (
    <Notice tone="bad" look="plain" live>
      {refusal}
    </Notice>
  ) : null;
  return { pending, perform, refused };
}

function Waiting({ runId, customer, cancel, runNow }: RunControlsProps) {
  const t = useTranslations("activity.act");
  const [asking, ask] = useState(false);
  const { pending, perform, refused } = useAct(runId);
  return (
    <div className="grid gap-2">
      <Button
        size="wide"
        icon={<Play aria-hidden />}
        pending={pending && !asking}
        pendingLabel={t("runningNow")}
        onClick={() => perform(runNow, t("started"))}
      >
        {t("runNow")}
      </Button>
      <Button variant="danger" size="wide" icon={<Ban aria-hidden />} onClick={() => ask(true)}>
        {t("cancel")}
      </Button>
      {asking ? null : refused}
      <Confirm
        open={asking}
        onOpenChange={ask}
        title={t("cancelTitle")}
        description={t.rich("cancelText", { customer, b: (words) => <b>{words}</b> })}
        confirmLabel={t("cancel")}
        pendingLabel={t("cancelling")}
        cancelLabel={t("keep")}
        danger
        pending={pending}
        onConfirm={() => perform(cancel, t("cancelled"), () => ask(false))}
      >
        {refused}
      </Confirm>
    </div>
  );
}

/** A run whose fate is not known may have happened: that is said before it happens again. */
function Rerun({ runId, status, customer, rerun }: RunControlsProps) {
  const t = useTranslations("activity.act");
  const [asking, ask] = useState(false);
  const { pending, perform, refused } = useAct(runId);
  const again = () => perform(rerun, t("started"), () => ask(false));
  return (
    <div className="grid gap-2">
      <Button
        size="wide"
        icon={<Play aria-hidden />}
        pending={pending && !asking}
        pendingLabel={t("runningNow")}
        onClick={status === "unknown" ? () => ask(true) : again}
      >
        {t("rerun")}
      </Button>
      {asking ? null : refused}
      <Confirm
        open={asking}
        onOpenChange={ask}
        title={t("unknownTitle")}
        description={t.rich("unknownText", { customer, b: (words) => <b>{words}</b> })}
        confirmLabel={t("rerun")}
        pendingLabel={t("runningNow")}
        cancelLabel={t("keep")}
        pending={pending}
        onConfirm={again}
      >
        {refused}
      </Confirm>
    </div>
  );
}
