import { LEDGER_EVENTS } from "@/lib/access/fact";
import type { FactName, Facts } from "@/lib/automations/conditions";
import type { Tx } from "@/lib/db";
import { type Payload, parsePayload } from "@/lib/easycart/payload";
import { eventsAbout, type ShopEvent } from "@/lib/easycart/queries";
import { localDate } from "@/lib/triggers/key";
import type { Occurrence } from "@/lib/triggers/occurrences";
import { planOfAccess, purchasesBefore } from "./fact-queries";

type Known = { event: ShopEvent; occurrence: Occurrence; payload: Payload; timeZone: string };

/** What conditions may ask of an occurrence; what takes a query only where `asked`. */
export async function factsOf(
  tx: Tx,
  storeId: string,
  known: Known,
  asked: ReadonlySet<FactName>,
): Promise<Facts> {
  const { payload } = known;
  return {
    plan: asked.has("plan") ? await planOf(tx, storeId, known) : undefined,
    old_plan: asked.has("old_plan") ? await oldPlanOf(tx, storeId, known) : undefined,
    new_plan: payload.newPlan ?? payload.plan,
    variant: payload.product.variantName ?? payload.product.variantId,
    currency: payload.currency,
    language: payload.language,
    amount: numberOf(payload.amount),
    quantity: numberOf(payload.quantity),
    recovered_cart: payload.recoveredCart !== undefined,
    first_purchase: asked.has("first_purchase") ? await isFirst(tx, storeId, known) : undefined,
  };
}

/** As the ledger has it: our own clock's occurrence belongs to an event that may know an older plan. */
async function planOf(tx: Tx, storeId: string, { occurrence, payload }: Known) {
  const { accessId } = occurrence;
  return (accessId && (await planOfAccess(tx, storeId, accessId))) || payload.plan;
}

/** An event that names but one plan means the new one; the old one was told before. */
async function oldPlanOf(tx: Tx, storeId: string, { event, occurrence, payload }: Known) {
  if (payload.newPlan) return payload.plan;
  const events = await eventsAbout(tx, storeId, occurrence, LEDGER_EVENTS);
  return events
    .filter(({ occurredAt }) => occurredAt < event.occurredAt)
    .sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime())
    .map(({ raw }) => parsePayload(JSON.parse(raw)))
    .map(({ newPlan, plan }) => newPlan ?? plan)
    .find((plan) => plan !== undefined);
}

/** Whether nothing is known that the customer bought before. Two events of one order are one purchase. */
async function isFirst(tx: Tx, storeId: string, known: Known): Promise<boolean> {
  const { event, occurrence, payload, timeZone } = known;
  const earlier = await purchasesBefore(tx, storeId, occurrence.customerId, event.occurredAt);
  const orderOf = ({ order }: Payload, at: Date) => order ?? localDate(at, timeZone);
  const order = orderOf(payload, event.occurredAt);
  return earlier.every(
    ({ raw, occurredAt }) => orderOf(parsePayload(JSON.parse(raw)), occurredAt) === order,
  );
}

/** "297,00" and "297.00" alike; undefined: no number. */
function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text.replace(/\s/g, "").replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}
