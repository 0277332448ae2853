import { applyEvent } from "@/lib/access/apply";
import type { AccessChange } from "@/lib/access/change";
import { activeVersions } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { db, retrying, type Tx } from "@/lib/db";
import { lockEvent, markPlanned, type ShopEvent } from "@/lib/easycart/queries";
import type { Planned } from "@/lib/inngest/announce";
import { foreseenOccurrences } from "@/lib/triggers/foreseen";
import { type Occurrence, occurrencesOf } from "@/lib/triggers/occurrences";
import { followAccess } from "./follow-access";
import { newRun } from "./new-run";
import { insertRuns, type Run, waitingRuns, waitingRunsOfEvent } from "./queries";
import { subjectOf } from "./subject";

/** `changed`: runs whose announced waits no longer hold. `waiting`: what is to be announced. */
export type Plan = { changed: Pick<Run, "id" | "storeId">[]; waiting: Planned[] };

/**
 * Plans what a shop event brings about, once: what it means for accesses and the runs that hang on
 * them, and one run per automation and occurrence, all in one transaction. Planned earlier, it names
 * again the runs that still wait.
 */
export async function planRuns(eventId: string): Promise<Plan> {
  return await retrying(() =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      if (!event) return { changed: [], waiting: [] };
      const { storeId } = event;
      if (event.plannedAt)
        return { changed: [], waiting: await waitingRunsOfEvent(tx, storeId, eventId) };
      const plan = await planEvent(tx, storeId, event);
      await markPlanned(tx, storeId, eventId, now());
      return plan;
    }),
  );
}

async function planEvent(tx: Tx, storeId: string, received: ShopEvent): Promise<Plan> {
  const { event, changes } = await applyEvent(tx, storeId, received);
  const changed: Run[] = [];
  const waiting: Planned[] = [];
  for (const change of changes)
    changed.push(...(await followAccess(tx, storeId, change, event.id)));
  const occurrences = [
    ...(await occurrencesOf(tx, storeId, event)),
    ...changes.flatMap((change) => foreseen(change, event)),
  ];
  for (const occurrence of occurrences)
    waiting.push(...(await planOccurrence(tx, storeId, event, occurrence)));
  const ids = changed.map(({ id }) => id);
  return { changed, waiting: [...waiting, ...(await waitingRuns(tx, storeId, ids))] };
}

const foreseen = ({ access }: AccessChange, event: ShopEvent) =>
  foreseenOccurrences(access, event.id);

/** One run for each automation of the product that starts from the occurrence. */
export async function planOccurrence(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  occurrence: Occurrence,
): Promise<Planned[]> {
  const { productId, trigger, foreseen } = occurrence;
  const active = (await activeVersions(tx, storeId, productId, [trigger])).filter(
    ({ version }) => !foreseen || version.moment?.side === "before",
  );
  if (active.length === 0) return [];
  const subject = await subjectOf(tx, storeId, event, occurrence);
  const rows = active.map((each) => newRun(event, occurrence, each, subject));
  return await insertRuns(tx, storeId, rows);
}
