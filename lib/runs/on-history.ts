import { storeOf } from "@/lib/access/queries";
import { type Unmet, unmetOf } from "@/lib/automations/conditions";
import type { Version } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { parsePayload } from "@/lib/easycart/payload";
import type { ShopEvent } from "@/lib/easycart/queries";
import { namesMeaning, type Occurrence, occurrencesOf } from "@/lib/triggers/occurrences";
import { anchorOf } from "./anchor";
import { factsOf } from "./facts";
import { type Cursor, eventsOfProduct, peopleOf } from "./history-queries";
import { hasRun } from "./queries";
import { schedule } from "./schedule";

const DAY_MS = 86_400_000;
/** Events of one page: each asks the database a few times. */
const PAGE = 50;

/**
 * would: a run would come of it. has: one did. again: another event of the page tells of the same.
 * skipped, unmet: the automation would have passed it over.
 */
export type Verdict = "would" | "has" | "again" | "skipped" | "unmet";

export type Rehearsed = {
  eventId: string;
  at: Date;
  dueAt: Date;
  person: { id: string; name: string | null; email: string };
  verdict: Verdict;
  /** Of what is skipped: a key of messages/<locale>/activity.json. */
  reason?: string;
  unmet?: Unmet[];
};

export type Rule = Pick<
  Version,
  "automationId" | "trigger" | "moment" | "late" | "conditions" | "sendingWindow"
>;

type Asked = { productId: string; days: number; after?: Cursor };

/**
 * What an automation would have made of the events of the last days, as they stand in the store. The
 * database itself refuses to change anything meanwhile.
 */
export async function onHistory(
  storeId: string,
  rule: Rule,
  { productId, days, after }: Asked,
): Promise<{ rows: Rehearsed[]; next?: Cursor }> {
  const since = new Date(now().getTime() - days * DAY_MS);
  return await db().transaction(
    async (tx) => {
      const store = await storeOf(tx, storeId);
      const names = namesMeaning(rule.trigger, store);
      const asked = { names, since, after, limit: PAGE };
      const events = await eventsOfProduct(tx, storeId, productId, asked);
      const found: Omit<Rehearsed, "person">[] = [];
      const whose: string[] = [];
      const seen = new Set<string>();
      // The earliest first, as they came: the later one of two that tell the same is the repetition.
      for (const event of events.toReversed())
        for (const occurrence of await occurrencesOf(tx, storeId, event)) {
          if (occurrence.trigger !== rule.trigger) continue;
          const again = seen.has(occurrence.key);
          seen.add(occurrence.key);
          found.unshift(await judge(tx, storeId, rule, { event, occurrence, again, ...store }));
          whose.unshift(occurrence.customerId);
        }
      const people = new Map((await peopleOf(tx, storeId, whose)).map((one) => [one.id, one]));
      const rows = found.flatMap((row, index) => {
        const person = people.get(whose[index] ?? "");
        return person ? [{ ...row, person }] : [];
      });
      const last = events.length === PAGE ? events.at(-1) : undefined;
      return { rows, next: last && { receivedAt: last.receivedAt, id: last.id } };
    },
    { accessMode: "read only" },
  );
}

type Found = { event: ShopEvent; occurrence: Occurrence; again: boolean; timeZone: string };

async function judge(
  tx: Tx,
  storeId: string,
  rule: Rule,
  { event, occurrence, again, timeZone }: Found,
): Promise<Omit<Rehearsed, "person">> {
  const anchor = anchorOf(occurrence.at, event);
  const { status, dueAt, ...more } = schedule(anchor, rule, timeZone, event.receivedAt);
  const row = { eventId: event.id, at: event.receivedAt, dueAt };
  if (again) return { ...row, verdict: "again" };
  if (await hasRun(tx, storeId, rule.automationId, occurrence.key))
    return { ...row, verdict: "has" };
  const payload = parsePayload(JSON.parse(event.raw), timeZone);
  const asked = new Set(rule.conditions.map(({ fact }) => fact));
  const facts = await factsOf(tx, storeId, { event, occurrence, payload, timeZone }, asked);
  const unmet = unmetOf(rule.conditions, facts);
  if (unmet.length > 0) return { ...row, verdict: "unmet", unmet };
  return status === "skipped" && "reason" in more
    ? { ...row, verdict: "skipped", reason: more.reason }
    : { ...row, verdict: "would" };
}
