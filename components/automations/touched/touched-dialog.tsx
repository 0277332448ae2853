"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { KEEP_ALL, type WaitingChoice } from "@/lib/runs/edit/choice";
import type { Decision } from "@/lib/runs/edit/input";
import { Button } from "../../ui/button";
import { Close } from "../../ui/close";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { RadioRows } from "../../ui/radio-rows";
import { choiceFor, countDecision, except, firstChoice, forAll } from "./count";
import { TouchedRows } from "./touched-rows";
import { TouchedSum } from "./touched-sum";
import type { TouchedPeople } from "./use-touched";

export interface TouchedDialogProps {
  /** Null: closed. */
  people: TouchedPeople | null;
  /** What happens to the automation, in a sentence. */
  children: ReactNode;
  title?: string;
  /** What those who wait mean: words under `touched.choices`. */
  kind: "edit" | "off" | "deleted";
  confirmLabel: string;
  pendingLabel: string;
  pending: boolean;
  refusal?: string;
  onMore(): Promise<string | undefined>;
  onConfirm(decision: Decision): void;
  onCancel(): void;
}

/** "Kogo to dotknie": who waits, and what becomes of them, decided before anything changes. */
export function TouchedDialog(props: TouchedDialogProps) {
  const { people, pending, onCancel } = props;
  const t = useTranslations("automations.touched");
  const [decision, decide] = useState<Decision>(KEEP_ALL);
  // The window keeps its content while it fades away.
  const [shown, show] = useState(people);
  if (people && people !== shown) {
    if (people.page.rows[0]?.runId !== shown?.page.rows[0]?.runId) decide(firstChoice(props.kind));
    show(people);
  }
  const kept = shown ?? people;
  if (!kept) return null;
  const counted = countDecision(kept.sum, decision, kept.page.rows);
  return (
    <Dialog
      open={people !== null}
      onOpenChange={(open) => !open && !pending && onCancel()}
      size="wide"
      title={props.title ?? t("title")}
      description={props.children}
      closeLabel={t("close")}
      foot={
        <>
          <TouchedSum counted={counted} />
          <Close>
            <Button disabled={pending}>{t(`back.${props.kind}`)}</Button>
          </Close>
          <Button
            variant={props.kind === "deleted" ? "destroy" : "primary"}
            pending={pending}
            pendingLabel={props.pendingLabel}
            onClick={() => props.onConfirm(decision)}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.refusal ? (
        <Notice tone="bad" live className="mb-4">
          {props.refusal}
        </Notice>
      ) : null}
      <Choices
        kind={props.kind}
        mayMove={kept.sum.move !== null}
        chosen={decision.all}
        onChoose={(all) => decide(forAll(decision, all))}
      />
      <TouchedRows
        people={kept}
        choiceOf={(row) => choiceFor(row, decision)}
        onChoose={(row, choice) => decide(except(decision, row.runId, choice))}
        onMore={props.onMore}
      />
    </Dialog>
  );
}

interface ChoicesProps {
  kind: TouchedDialogProps["kind"];
  mayMove: boolean;
  chosen: WaitingChoice;
  onChoose(choice: WaitingChoice): void;
}

function Choices({ kind, mayMove, chosen, onChoose }: ChoicesProps) {
  const t = useTranslations("automations.touched.choices");
  const option = (value: WaitingChoice, note: string) => ({ value, label: t(value), note });
  const options = [
    option("keep", t(`keepNote.${kind}`)),
    ...(mayMove ? [option("move", t("moveNote"))] : []),
    option("cancel", t("cancelNote")),
  ];
  return (
    <RadioRows
      aria-label={t("label")}
      columns={mayMove ? 3 : 2}
      value={chosen}
      onChange={onChoose}
      options={options}
    />
  );
}
