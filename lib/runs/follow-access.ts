import type { AccessChange } from "@/lib/access/change";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { foreseenOccurrences } from "@/lib/triggers/foreseen";
import { END_TRIGGERS } from "@/lib/triggers/key";
import type { Occurrence } from "@/lib/triggers/occurrences";
import { cancelWaiting, hasRun, type Run, updateRun, waitingRunsOfEnd } from "./queries";
import { schedule } from "./schedule";

/**
 * What a change of an access does to the runs that wait to come before its end: another end moves
 * them, and none, or one that has come, cancels them. What waits after an end is kept from happening
 * by its exit rules alone. `eventId`: the shop event that told of the change. Returns the runs it
 * touched, as they were.
 */
export async function followAccess(
  tx: Tx,
  storeId: string,
  { kind, access, before }: AccessChange,
  eventId: string,
): Promise<Run[]> {
  if (!before) return [];
  const waiting = await waitingRunsOfEnd(tx, storeId, access, END_TRIGGERS);
  const ahead = waiting.filter(
    ({ accessId, snapshot }) => accessId === access.id && snapshot.moment?.side === "before",
  );
  if (kind === "regained") return await cancel(tx, storeId, ahead, "accessRegained");
  if (kind === "vanished") return await cancel(tx, storeId, ahead, "endVanished");
  if (kind === "ended") return await cancel(tx, storeId, ahead, "endCame");
  const foreseen = foreseenOccurrences(access, eventId);
  for (const run of ahead) {
    const next = foreseen.find(({ trigger }) => trigger === run.snapshot.trigger);
    if (next) await moveTo(tx, run, next, access.timeZone);
  }
  return ahead;
}

async function cancel(tx: Tx, storeId: string, waiting: Run[], reason: string): Promise<Run[]> {
  const ids = waiting.map(({ id }) => id);
  await cancelWaiting(tx, storeId, ids, reason, now());
  return waiting;
}

/** The run waits for another end now; where the automation has one for that end, this one gives way. */
async function moveTo(tx: Tx, run: Run, next: Occurrence, timeZone: string): Promise<void> {
  const { storeId, automationId, occurrence, snapshot } = run;
  const taken = next.key !== occurrence && (await hasRun(tx, storeId, automationId, next.key));
  if (taken) return await cancelWaiting(tx, storeId, [run.id], "endMoved", now());
  await updateRun(tx, storeId, run.id, {
    occurrence: next.key,
    snapshot: { ...snapshot, anchor: next.at.toISOString() },
    ...schedule(next.at, snapshot, timeZone),
  });
}
