import type { Tx } from "@/lib/db";
import { parsePayload } from "@/lib/easycart/payload";
import { eventsAbout, type ShopEvent } from "@/lib/easycart/queries";
import { type AccessChange, changeOf } from "./change";
import { type Fact, factOf, LEDGER_EVENTS } from "./fact";
import { type AccessState, ledgerOf } from "./ledger";
import { mergeAccess } from "./merge-queries";
import type { Product } from "./product-queries";
import {
  type AccessRow,
  accessesOf,
  type Change,
  historyOf,
  insertAccess,
  insertChange,
  updateAccess,
} from "./queries";
import { described, isSame, toldBy, type Values, valuesOf } from "./row";

type Story = { event: ShopEvent; customerId: string; product: Product; timeZone: string };

/**
 * Brings a customer's accesses to a product in line with all that was told of them, `event` included,
 * and writes down what `event` did. The customer's row must be locked.
 */
export async function settleAccesses(
  tx: Tx,
  storeId: string,
  { event, customerId, product, timeZone }: Story,
): Promise<AccessChange[]> {
  const subject = { customerId, productId: product.id };
  const rows = await accessesOf(tx, storeId, subject);
  const history = rows.length > 0 ? await historyOf(tx, storeId, subject) : [];
  const events = await eventsAbout(tx, storeId, subject, LEDGER_EVENTS);
  const facts = factsOf(events, history, product, timeZone);
  const { accesses, sourceOf } = ledgerOf(facts);
  const { pairs, left } = paired(rows, accesses, history);
  const changes: AccessChange[] = [];
  const settled = new Map<string, AccessRow>();
  for (const [row, state] of pairs) {
    const after = await write(tx, storeId, subject, row, valuesOf(row, state, history));
    settled.set(state.source, after);
    const kind = changeOf(row ?? null, after, hadEnded(rows));
    const access = described(after, state, history, timeZone);
    if (kind) changes.push({ kind, access, before: row ?? null });
  }
  const [survivor] = settled.values();
  for (const row of left) if (survivor) await mergeAccess(tx, storeId, row.id, survivor.id);
  const fact = facts.find(({ eventId }) => eventId === event.id);
  const about = settled.get(sourceOf.get(event.id) ?? "");
  const known = history.some(({ eventId }) => eventId === event.id);
  if (fact && about && !known)
    await insertChange(tx, storeId, { ...toldBy(fact, about), eventId: event.id });
  return changes;
}

const hadEnded = (rows: readonly AccessRow[]) =>
  rows.length > 0 && rows.every(({ endedAt }) => endedAt !== null);

/** An access's length is what it was when it was granted, though the product's may be another by now. */
function factsOf(
  events: readonly ShopEvent[],
  history: readonly Change[],
  product: Product,
  timeZone: string,
): Fact[] {
  const granted = new Map(
    history
      .filter(({ what }) => what === "bought" || what === "assigned")
      .map(({ eventId, endsAt }) => [eventId, endsAt ?? undefined]),
  );
  return events.flatMap((event) => {
    const payload = parsePayload(JSON.parse(event.raw), timeZone);
    const fact = factOf(event, payload, product, timeZone);
    if (!fact) return [];
    return granted.has(event.id) ? { ...fact, limit: granted.get(event.id) } : fact;
  });
}

type Pair = [row: AccessRow | undefined, state: AccessState];

/**
 * Which row holds which access. A row whose order was told too late belongs to the access that takes
 * its place, so that the runs that hang on it stay. `left`: rows that are part of another access now.
 */
function paired(
  rows: readonly AccessRow[],
  states: readonly AccessState[],
  history: readonly Change[],
): { pairs: Pair[]; left: AccessRow[] } {
  const bySource = new Map(rows.map((row) => [row.source, row]));
  const sources = new Set(states.map(({ source }) => source));
  const told = new Set(history.filter(({ eventId }) => eventId).map(({ accessId }) => accessId));
  const left = rows.filter(({ id, source }) => told.has(id) && !sources.has(source));
  const pairs = states.map((state): Pair => [bySource.get(state.source) ?? left.shift(), state]);
  return { pairs, left };
}

async function write(
  tx: Tx,
  storeId: string,
  subject: { customerId: string; productId: string },
  row: AccessRow | undefined,
  values: Values,
): Promise<AccessRow> {
  if (!row) return await insertAccess(tx, storeId, { ...subject, ...values });
  if (isSame(row, values)) return row;
  await updateAccess(tx, storeId, row.id, values);
  return { ...row, ...values };
}
