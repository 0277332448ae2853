"use client";

import { Plus, ScanLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ActionResult } from "@/lib/action";
import type { CodeState } from "@/lib/qr/state";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Fold } from "../ui/fold";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { useDeed } from "../use-deed";

type Kind = "scan" | "added";
type Done = { number: number | null; change: number; remaining: number | null };
type Deed = { token: string; key: string; kind: Kind; credits: number };

interface Props {
  token: string;
  state: CodeState;
  /** Null: any number. */
  remaining: number | null;
  record(deed: Deed): Promise<ActionResult<Done>>;
}

/** The seller's button. A scan is recorded by a press only, and once however often it is pressed. */
export function ScanForm({ token, state, remaining, record }: Props) {
  const t = useTranslations("qr.scan");
  const [done, setDone] = useState<Done>();
  const scanning = useOnce(token, "scan", record, setDone);
  const adding = useOnce(token, "added", record, setDone);
  const refusal = scanning.refusal ?? adding.refusal;
  const [credits, setCredits] = useState("1");
  const limited = remaining !== null;
  return (
    <div className="mt-6 grid gap-4">
      {done ? <Recorded done={done} /> : null}
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      {limited && state === "valid" ? (
        <Count label={t("take")} value={credits} onChange={setCredits} />
      ) : null}
      {state === "valid" ? (
        <Button
          variant={done?.number ? "secondary" : "primary"}
          size="wide"
          icon={<ScanLine aria-hidden />}
          pending={scanning.pending}
          pendingLabel={t("recording")}
          onClick={() => scanning.run(limited ? credits : "1")}
        >
          {t(done?.number ? "again" : "record")}
        </Button>
      ) : null}
      {limited && state !== "expired" ? <AddScans {...adding} /> : null}
    </div>
  );
}

/** How long after a scan a press still counts as the same one: a finger that tapped twice. */
const DOUBLE_TAP_MS = 2_000;

/** A deed with a key of its own, kept until a while after it is done: pressed again before, it is the same deed. */
function useOnce(token: string, kind: Kind, record: Props["record"], onDone: (done: Done) => void) {
  const key = useRef<string>(undefined);
  const { run, ...rest } = useDeed(record, (done: Done) => {
    setTimeout(() => {
      key.current = undefined;
    }, DOUBLE_TAP_MS);
    onDone(done);
  });
  return {
    ...rest,
    run(credits: string) {
      key.current ??= newKey();
      run({ token, key: key.current, kind, credits: Number(credits) });
    },
  };
}

/** Not `crypto.randomUUID`, which a phone lacks that opens the page without https. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function Recorded({ done: { number, change } }: { done: Done }) {
  const t = useTranslations("qr.scan");
  return number === null ? (
    <Notice tone="ok" title={t("addDone", { count: change })} live />
  ) : (
    <Notice tone="ok" title={t("recorded", { number })} live>
      {t("recordedText")}
    </Notice>
  );
}

function AddScans({ run, pending }: { run(credits: string): void; pending: boolean }) {
  const t = useTranslations("qr.scan");
  const [credits, setCredits] = useState("1");
  return (
    <Fold title={t("addTitle")}>
      <div className="grid gap-3 p-3">
        <Count label={t("addCount")} value={credits} onChange={setCredits} />
        <Button
          icon={<Plus aria-hidden />}
          pending={pending}
          pendingLabel={t("adding")}
          onClick={() => run(credits)}
        >
          {t("add")}
        </Button>
      </div>
    </Fold>
  );
}

function Count({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  return (
    <Field label={label}>
      <Input
        inputMode="numeric"
        className="max-w-40"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
