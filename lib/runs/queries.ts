import { and, count, desc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { attempts, runs } from "@/drizzle/schema/runs";
import { db, type Tx } from "@/lib/db";
import type { Exchange } from "@/lib/tools/tool";
import type { Trigger } from "@/lib/triggers/trigger";
import { asPlannedNow, isToldEarlier, wasCalledOff } from "./planned-anew-queries";
import type { RunStatus } from "./status";

export type Run = typeof runs.$inferSelect;
export type NewRun = typeof runs.$inferInsert;

const own = (storeId: string, runId: string) => and(eq(runs.storeId, storeId), eq(runs.id, runId));

/** What is announced of a run. */
export const announced = {
  id: runs.id,
  storeId: runs.storeId,
  tool: sql<string>`${runs.snapshot} ->> 'tool'`,
  integrationId: runs.integrationId,
  wakeAt: runs.wakeAt,
};

/**
 * Inserts what is not there yet: one run per automation and occurrence, however often and in whatever
 * order it is told. See `planned-anew-queries.ts` for the two cases in which a run that is there is planned anew.
 */
export async function insertRuns(
  tx: Tx,
  storeId: string,
  rows: readonly Omit<NewRun, "storeId">[],
) {
  if (rows.length === 0) return [];
  const inserted = await tx
    .insert(runs)
    .values(rows.map((row) => ({ ...row, storeId })))
    .onConflictDoUpdate({
      target: [runs.automationId, runs.occurrence],
      set: asPlannedNow,
      setWhere: or(wasCalledOff, isToldEarlier),
    })
    .returning(announced);
  return awake(inserted);
}

/** Only what has a next moment is to be announced: a skipped run has none. */
export const awake = <R extends { wakeAt: Date | null }>(rows: readonly R[]) =>
  rows.flatMap((row) => (row.wakeAt ? [{ ...row, wakeAt: row.wakeAt }] : []));

/** Those of `ids` that wait. */
export async function waitingRuns(tx: Tx, storeId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const waiting = await tx
    .select(announced)
    .from(runs)
    .where(and(eq(runs.storeId, storeId), inArray(runs.id, [...ids]), eq(runs.status, "waiting")));
  return awake(waiting);
}

/** The runs of a shop event that still wait. */
export async function waitingRunsOfEvent(tx: Tx, storeId: string, eventId: string) {
  const waiting = await tx
    .select(announced)
    .from(runs)
    .where(and(eq(runs.storeId, storeId), eq(runs.eventId, eventId), eq(runs.status, "waiting")));
  return awake(waiting);
}

/** The runs that wait for the end of a customer's access to a product, or for something after it. */
export async function waitingRunsOfEnd(
  tx: Tx,
  storeId: string,
  { customerId, productId }: { customerId: string; productId: string },
  triggers: readonly Trigger[],
): Promise<Run[]> {
  return await tx
    .select()
    .from(runs)
    .where(
      and(
        eq(runs.storeId, storeId),
        eq(runs.customerId, customerId),
        eq(runs.productId, productId),
        eq(runs.status, "waiting"),
        inArray(sql`${runs.snapshot} ->> 'trigger'`, [...triggers]),
      ),
    )
    .orderBy(runs.id)
    .for("update");
}

/** Cancels those of `ids` that still wait. `reason` is a key of messages/<locale>/activity.json. */
export async function cancelWaiting(
  tx: Tx,
  storeId: string,
  ids: readonly string[],
  reason: string,
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(runs)
    .set({ status: "cancelled", reason, finishedAt: at, wakeAt: null })
    .where(and(eq(runs.storeId, storeId), inArray(runs.id, [...ids]), eq(runs.status, "waiting")));
}

/** Whether the automation has a run for that occurrence already, whatever became of it. */
export async function hasRun(
  tx: Tx,
  storeId: string,
  automationId: string,
  occurrence: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.storeId, storeId),
        eq(runs.automationId, automationId),
        eq(runs.occurrence, occurrence),
      ),
    );
  return rows.length > 0;
}

export async function getRun(storeId: string, runId: string): Promise<Run | undefined> {
  const [run] = await db().select().from(runs).where(own(storeId, runId));
  return run;
}

/** A run with its row locked until the transaction ends. */
export async function lockRun(tx: Tx, storeId: string, runId: string): Promise<Run | undefined> {
  const [run] = await tx.select().from(runs).where(own(storeId, runId)).for("update");
  return run;
}

export async function latestAttempt(tx: Tx, storeId: string, runId: string) {
  const [attempt] = await tx
    .select()
    .from(attempts)
    .where(and(eq(attempts.storeId, storeId), eq(attempts.runId, runId)))
    .orderBy(desc(attempts.number))
    .limit(1);
  return attempt;
}

/** How many attempts of a kind the run has had since `since`. */
export async function countAttempts(
  tx: Tx,
  storeId: string,
  runId: string,
  kind: "act" | "confirm",
  since: Date,
): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(attempts)
    .where(
      and(
        eq(attempts.storeId, storeId),
        eq(attempts.runId, runId),
        eq(attempts.kind, kind),
        gte(attempts.startedAt, since),
      ),
    );
  return row?.count ?? 0;
}

export async function insertAttempt(
  tx: Tx,
  storeId: string,
  attempt: Omit<typeof attempts.$inferInsert, "storeId">,
) {
  await tx.insert(attempts).values({ ...attempt, storeId });
}

export async function updateAttempt(
  tx: Tx,
  storeId: string,
  runId: string,
  number: number,
  result: { outcome: string; words?: string; exchanges?: Exchange[]; finishedAt: Date },
) {
  await tx
    .update(attempts)
    .set(result)
    .where(
      and(
        eq(attempts.storeId, storeId),
        eq(attempts.runId, runId),
        eq(attempts.number, number),
        isNull(attempts.outcome),
      ),
    );
}

export async function updateRun(tx: Tx, storeId: string, runId: string, change: Partial<Run>) {
  await tx.update(runs).set(change).where(own(storeId, runId));
}

/** Keeps a run claimed while its attempt goes on. */
export async function extendClaim(
  storeId: string,
  runId: string,
  until: { claimedUntil: Date; wakeAt: Date },
) {
  await db()
    .update(runs)
    .set(until)
    .where(and(own(storeId, runId), eq(runs.status, "running")));
}

/** When `action` last succeeded with the same input, for the same address and through the same integration. */
export async function lastSuccessOf(
  storeId: string,
  run: Pick<Run, "id" | "customerId" | "integrationId">,
  action: string,
  input: Record<string, string>,
): Promise<Date | undefined> {
  const succeeded: RunStatus[] = ["done", "already", "accepted"];
  if (!run.integrationId) return undefined;
  const [row] = await db()
    .select({ finishedAt: runs.finishedAt })
    .from(runs)
    .where(
      and(
        eq(runs.storeId, storeId),
        eq(runs.customerId, run.customerId),
        eq(runs.integrationId, run.integrationId),
        inArray(runs.status, succeeded),
        sql`${runs.snapshot} ->> 'action' = ${action}`,
        sql`${runs.snapshot} -> 'input' = ${JSON.stringify(input)}::jsonb`,
      ),
    )
    // Nulls where the index keeps them, or it is not used.
    .orderBy(sql`${runs.dueAt} desc nulls last`)
    .limit(1);
  return row?.finishedAt ?? undefined;
}
