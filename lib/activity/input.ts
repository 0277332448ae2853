import { z } from "zod";
import { RUN_STATUSES } from "@/lib/runs/status";
import { UNSUCCESSFUL_CHOICE } from "./choice";

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

/** The filters of the timeline. */
const comingFilters = runsQuery.pick({
  product: true,
  automation: true,
  customer: true,
  from: true,
  to: true,
});

/** Rows that were ticked one by one, at most a few pages of them. */
const RUNS_TICKED_AT_MOST = 1_000;
const runId = z.string().min(1).max(64);
const runIds = z.array(runId).max(RUNS_TICKED_AT_MOST);

/** Some that wait by name; or all that the filters find, but for some, as the person knew them then. */
export const chosenRuns = z.union([
  z.object({ runIds: runIds.min(1) }),
  z.object({ filters: comingFilters, except: runIds, knownAt: z.date() }),
]);

export type ChosenRuns = z.output<typeof chosenRuns>;

/** Where to: later by so many days, or to a day and a time of the store's zone. */
export const moveTo = z.union([
  z.object({ days: z.int().min(1).max(365) }),
  z.object({ day: z.iso.date(), time: z.iso.time({ precision: -1 }) }),
]);

export type MoveTo = z.output<typeof moveTo>;
