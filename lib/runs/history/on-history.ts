import { storeOf } from "@/lib/access/queries";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { namesMeaning } from "@/lib/triggers/occurrences";
import type { HistoryCursor } from "./input";
import { type Judged, judgeEvents, type Rule } from "./judge";
import { countEvents, eventsOfProduct, peopleOf } from "./queries";
import { type HistorySum, type Rehearsed, VERDICTS } from "./verdict";

const DAY_MS = 86_400_000;
/** Events of one page. */
const PAGE = 50;
/** Looked at besides: the event that told the same before may be just behind the page. */
const BEHIND = 20;
/** Each asks the database once or twice, so that a sum takes a second or two at most. */
const SUMMED = 1_000;

type Asked = { productId: string; days: number; after?: HistoryCursor };

/** Without `sum`: a page behind the first. */
export type History = { rows: Rehearsed[]; next?: HistoryCursor; sum?: HistorySum };

/**
 * What an automation, published or not, would have made of the events of the last days, as they stand
 * in the store; with the first page, how many of each. The database itself refuses to change anything
 * meanwhile.
 */
export async function onHistory(
  storeId: string,
  rule: Rule,
  { productId, days, after }: Asked,
): Promise<History> {
  const since = new Date(now().getTime() - days * DAY_MS);
  return await db().transaction(
    async (tx) => {
      const store = await storeOf(tx, storeId);
      const names = namesMeaning(rule.trigger, store);
      const limit = after ? PAGE + BEHIND : SUMMED + 1;
      const events = await eventsOfProduct(tx, storeId, productId, { names, since, after, limit });
      const counted = after ? events : events.slice(0, SUMMED);
      const judged = await judgeEvents(tx, storeId, rule, counted, store);
      const last = events.length > PAGE ? events[PAGE - 1] : undefined;
      const shown = new Set(events.slice(0, PAGE).map(({ id }) => id));
      return {
        rows: await withPeople(
          tx,
          storeId,
          judged.filter(({ eventId }) => shown.has(eventId)),
        ),
        next: last && { receivedAt: last.receivedAt, id: last.id },
        sum: after ? undefined : sumOf(judged, events.length > SUMMED),
      };
    },
    { accessMode: "read only" },
  );
}

/**
 * For how many of the events since then a run would come, and how many were not looked at, counted no
 * further than `most`.
 */
export async function sumHistory(
  storeId: string,
  rule: Rule,
  {
    productId,
    most,
    ...asked
  }: { productId: string; since: Date; ids?: readonly string[]; most: number },
): Promise<{ would: number; unseen: number }> {
  return await db().transaction(
    async (tx) => {
      const store = await storeOf(tx, storeId);
      const where = { ...asked, names: namesMeaning(rule.trigger, store) };
      const events = await eventsOfProduct(tx, storeId, productId, { ...where, limit: SUMMED });
      const judged = await judgeEvents(tx, storeId, rule, events, store);
      const after = events.length === SUMMED ? events.at(-1) : undefined;
      const behind = { ...where, after, limit: most };
      const unseen = after ? await countEvents(tx, storeId, productId, behind) : 0;
      return { would: sumOf(judged, unseen > 0).would, unseen };
    },
    { accessMode: "read only" },
  );
}

function sumOf(judged: readonly Judged[], more: boolean): HistorySum {
  const none = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0]));
  const sum = { ...none, more } as HistorySum;
  for (const { verdict } of judged) sum[verdict]++;
  return sum;
}

async function withPeople(tx: Tx, storeId: string, judged: readonly Judged[]) {
  const ids = [...new Set(judged.map(({ occurrence }) => occurrence.customerId))];
  const people = new Map((await peopleOf(tx, storeId, ids)).map((one) => [one.id, one]));
  return judged.flatMap(({ event: _, occurrence: { customerId }, ...row }) => {
    const person = people.get(customerId);
    return person ? [{ ...row, person }] : [];
  });
}
