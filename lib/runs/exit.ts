import { LEDGER_EVENTS } from "@/lib/access/fact";
import type { ExitRule, ExitWhen } from "@/lib/automations/exit-rules";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { ShopEvent } from "@/lib/easycart/queries";
import { PURCHASE_EVENTS } from "@/lib/triggers/occurrences";
import { eventsSince, hasOpenAccess, originOf, waitingRunsWithExits } from "./exit-queries";
import { cancelWaiting, type Run } from "./queries";

type Subject = { customerId: string; productId: string };
type Origin = NonNullable<Awaited<ReturnType<typeof originOf>>>;

const RESUBSCRIBED = ["subscription_created", "subscription_resumed", "subscription_renewed"];

/** Keys of messages/<locale>/activity.json. */
const REASONS: Record<ExitWhen, string> = {
  bought: "boughtMeanwhile",
  access_regained: "accessRegained",
  resubscribed: "resubscribed",
};

/**
 * Cancels the customer's waiting runs whose exit rules an event fulfils, as soon as it is known; each
 * run asks again when it is due. Returns the runs, as they were.
 */
export async function followExits(tx: Tx, storeId: string, event: ShopEvent): Promise<Run[]> {
  if (!event.customerId || !LEDGER_EVENTS.includes(event.name)) return [];
  const stopped: Run[] = [];
  for (const run of await waitingRunsWithExits(tx, storeId, event.customerId))
    if (await stopByExit(tx, storeId, run)) stopped.push(run);
  return stopped;
}

/** Cancels a run that waits where one of its exit rules holds. Returns whether one did. */
export async function stopByExit(tx: Tx, storeId: string, run: Run): Promise<boolean> {
  if (run.status !== "waiting") return false;
  for (const rule of run.snapshot.exitRules) {
    if (!(await holds(tx, storeId, run, rule))) continue;
    await cancelWaiting(tx, storeId, [run.id], REASONS[rule.when], now());
    return true;
  }
  return false;
}

async function holds(tx: Tx, storeId: string, run: Run, rule: ExitRule): Promise<boolean> {
  if (rule.when === "access_regained") return await hasAccess(tx, storeId, run);
  const origin = await originOf(tx, storeId, run.eventId);
  if (!origin) return false;
  const { customerId, productId: own } = run;
  if (rule.when === "resubscribed") {
    const subject = { customerId, productId: own };
    return (await sinceOrigin(tx, storeId, { run, origin }, subject, RESUBSCRIBED)).length > 0;
  }
  const subject = { customerId, productId: rule.productId ?? own };
  const bought = await sinceOrigin(tx, storeId, { run, origin }, subject, PURCHASE_EVENTS);
  return bought.some(({ order }) => isAnother(order, origin));
}

/** Before its end, a run's own access is open of course: only another one spares the customer. */
async function hasAccess(tx: Tx, storeId: string, run: Run): Promise<boolean> {
  const isBefore = run.snapshot.moment?.side === "before";
  const until = isBefore ? new Date(run.snapshot.anchor) : now();
  const except = isBefore ? (run.accessId ?? undefined) : undefined;
  return await hasOpenAccess(tx, storeId, run, until, except);
}

/** What was told since the trigger's moment; where that is still to come, since the event that foretold it. */
async function sinceOrigin(
  tx: Tx,
  storeId: string,
  { run, origin }: { run: Run; origin: Origin },
  subject: Subject,
  names: readonly string[],
) {
  const { moment, anchor } = run.snapshot;
  const since = moment?.side === "before" ? origin.occurredAt : new Date(anchor);
  const asked = { names, since, samples: run.isSample };
  const told = await eventsSince(tx, storeId, subject, asked);
  return told.filter(({ id }) => id !== run.eventId);
}

/**
 * A purchase is told by two events: the other one of the run's own is no purchase of its own. What
 * began as a cart did not begin with a purchase, so that the order made of the cart is one.
 */
function isAnother(order: string | null, origin: Origin): boolean {
  return !isPurchase(origin.name) || origin.order === null || order !== origin.order;
}

const isPurchase = (name: string) => PURCHASE_EVENTS.some((purchase) => purchase === name);
