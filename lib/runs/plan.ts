import { applyEvent } from "@/lib/access/apply";
import type { AccessChange } from "@/lib/access/change";
import { unmetOf } from "@/lib/automations/conditions";
import { dueAt } from "@/lib/automations/due";
import { type ActiveVersion, activeVersions, holdActive } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { db, retrying, type Tx } from "@/lib/db";
import { lockEvent, markPlanned, type ShopEvent } from "@/lib/easycart/queries";
import type { Planned } from "@/lib/inngest/announce";
import { issueCodes } from "@/lib/qr/queries";
import { foreseenOccurrences } from "@/lib/triggers/foreseen";
import { type Occurrence, occurrencesOf } from "@/lib/triggers/occurrences";
import type { Trigger } from "@/lib/triggers/trigger";
import { followExits } from "./exit";
import { factsOf } from "./facts";
import { followAccess } from "./follow-access";
import { newRun } from "./new-run";
import { insertRuns, type Run, waitingRuns, waitingRunsOfEvent } from "./queries";
import type { Snapshot } from "./snapshot";
import { type Subject, subjectOf } from "./subject";
import { insertUnmet } from "./unmet-queries";

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
  changed.push(...(await followExits(tx, storeId, event)));
  const occurrences = [
    ...(await occurrencesOf(tx, storeId, event)),
    ...changes.flatMap((change) => foreseen(change, event)),
  ];
  for (const occurrence of occurrences)
    waiting.push(...(await planOccurrence(tx, storeId, event, occurrence)));
  await issueCodes(tx, storeId, occurrences.flatMap(codeOf));
  const ids = changed.map(({ id }) => id);
  return { changed, waiting: [...waiting, ...(await waitingRuns(tx, storeId, ids))] };
}

/** The access by a purchase, which a product with QR codes gives a code for. */
const codeOf = ({ trigger, accessId }: Occurrence) =>
  trigger === "purchase" && accessId ? [accessId] : [];

const foreseen = ({ access }: AccessChange, event: ShopEvent) =>
  foreseenOccurrences(access, event.id);

/** An edit is before or after the plan as a whole, so that it finds every run of the version it replaces. */
async function heldVersions(tx: Tx, storeId: string, productId: string, trigger: Trigger) {
  const read = () => activeVersions(tx, storeId, productId, [trigger]);
  const active = await read();
  if (active.length === 0 || (await holdActive(tx, storeId, active))) return active;
  return await read();
}

/**
 * One run for each automation of the product that starts from the occurrence and whose conditions
 * hold; or for that automation only, and only if its moment is at `from` or later: a sending window
 * that opens after a moment does not make it one that is to come.
 */
export async function planOccurrence(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  occurrence: Occurrence,
  { only, from }: { only?: string; from?: Date } = {},
): Promise<Planned[]> {
  const { productId, trigger, foreseen } = occurrence;
  const active = (await heldVersions(tx, storeId, productId, trigger)).filter(
    ({ automation, version }) =>
      (!foreseen || version.moment?.side === "before") && (!only || automation.id === only),
  );
  if (active.length === 0) return [];
  const subject = await subjectOf(tx, storeId, event, occurrence);
  const met = await withConditionsMet(tx, storeId, { event, occurrence, subject }, active);
  const rows = met
    .map((each) => newRun(event, occurrence, each, subject))
    .filter(({ snapshot }) => !from || momentOf(snapshot, subject.store.timeZone) >= from);
  return await insertRuns(tx, storeId, rows);
}

const momentOf = ({ anchor, moment }: Snapshot, timeZone: string) =>
  dueAt(new Date(anchor), moment, timeZone);

type Found = { event: ShopEvent; occurrence: Occurrence; subject: Subject };

/** Those whose conditions hold; of the others it is noted why they don't. */
async function withConditionsMet(
  tx: Tx,
  storeId: string,
  { event, occurrence, subject: { payload, store } }: Found,
  active: ActiveVersion[],
): Promise<ActiveVersion[]> {
  const asked = new Set(
    active.flatMap(({ version }) => version.conditions.map(({ fact }) => fact)),
  );
  if (asked.size === 0) return active;
  const known = { event, occurrence, payload, timeZone: store.timeZone };
  const facts = await factsOf(tx, storeId, known, asked);
  const judged = active.map((each) => ({ each, unmet: unmetOf(each.version.conditions, facts) }));
  const failed = judged.filter(({ unmet }) => unmet.length > 0);
  const notes = failed.map(({ each: { automation, version }, unmet }) => ({
    ...{ eventId: event.id, automationId: automation.id, versionId: version.id },
    ...{ occurrence: occurrence.key, unmet },
  }));
  await insertUnmet(tx, storeId, notes);
  return judged.filter(({ unmet }) => unmet.length === 0).map(({ each }) => each);
}
