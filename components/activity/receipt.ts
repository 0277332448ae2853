import type { RunStatus } from "@/lib/runs/status";
import type { Exchange, FieldValues } from "@/lib/tools/tool";
import type { Trigger } from "@/lib/triggers/trigger";
import type { Mark } from "../tool-mark";

/** A run with all that its page tells; words are in the reader's language already. */
export interface ShownReceipt {
  id: string;
  status: RunStatus;
  fault: string | null;
  reason: string | null;
  /** What the tool said about the outcome, or we in its place. */
  words?: { text: string; ours: boolean };
  isSample: boolean;
  /** The backfill that made it; null: its event did, as it came. */
  backfillId: string | null;
  createdAt: Date;
  dueAt: Date;
  wakeAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  confirmedAt: Date | null;
  trigger: Trigger;
  /** "2 tygodnie po zdarzeniu" */
  moment: string;
  deed: { action: string; what?: string };
  /** "Dodamy go do kampanii X w GetResponse, na koncie Z." */
  sentence: string;
  /** "jest w kampanii X" */
  verdict: string;
  customer: { id: string; name: string | null; email: string };
  product: { id: string; name: string };
  automation: { id: string; name: string; deleted: boolean };
  version: { number: number; publishedAt: Date; author: string | null };
  tool: { name: string; mark: Mark };
  integration?: { id: string; name: string; deleted: boolean };
  event: {
    id: string;
    /** "Przypisano dostęp do produktu" */
    name: string;
    raw: string;
    order?: string;
    signed: boolean;
    repeats: number;
    receivedAt: Date;
    /** Other automations that it did not start, with the reason, in a sentence each. */
    unmet: readonly string[];
  };
  attempts: readonly ShownAttempt[];
  input: FieldValues;
}

export interface ShownAttempt {
  number: number;
  kind: "act" | "confirm";
  /** Null: under way. */
  outcome: string | null;
  words?: { text: string; ours: boolean };
  exchanges: readonly Exchange[];
  startedAt: Date;
  finishedAt: Date | null;
}

/** A run that has been tried and will be tried again. */
export const isRetrying = ({ status, startedAt }: Pick<ShownReceipt, "status" | "startedAt">) =>
  status === "waiting" && startedAt !== null;
