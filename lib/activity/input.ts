import { z } from "zod";
import { RUN_STATUSES } from "@/lib/runs/status";

const id = z.string().max(64);

/** A place in the list: the due moment in milliseconds and the id of the run that stands there. */
export const cursor = z
  .string()
  .regex(/^-?\d{1,15}\.run_\w{1,40}$/)
  .transform((text) => {
    const [due = "", runId = ""] = text.split(".");
    return { dueAt: new Date(Number(due)), id: runId };
  });

export type Cursor = z.output<typeof cursor>;

export const cursorText = (run: { dueAt: Date; id: string }) => `${run.dueAt.getTime()}.${run.id}`;

/** Several states that one choice of the filter means. */
export const UNSUCCESSFUL_CHOICE = "unsuccessful";

const instant = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform((milliseconds) => new Date(Number(milliseconds)));

/** What the address of the list may say. Whatever can't be read is as if it were not there. */
export const runsQuery = z.object({
  status: z
    .enum([...RUN_STATUSES, UNSUCCESSFUL_CHOICE])
    .optional()
    .catch(undefined),
  product: id.optional().catch(undefined),
  automation: id.optional().catch(undefined),
  integration: id.optional().catch(undefined),
  /** Part of an e-mail address or name. */
  customer: z.string().trim().min(1).max(200).optional().catch(undefined),
  /** Days in the store's zone, both included. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** Ended at that instant or later. */
  since: instant.optional().catch(undefined),
  older: cursor.optional().catch(undefined),
  newer: cursor.optional().catch(undefined),
});

export type RunsQuery = z.output<typeof runsQuery>;
