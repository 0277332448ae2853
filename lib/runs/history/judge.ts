import type { storeOf } from "@/lib/access/queries";
import { unmetOf } from "@/lib/automations/conditions";
import type { Tx } from "@/lib/db";
import { parsePayload } from "@/lib/easycart/payload";
import type { ShopEvent } from "@/lib/easycart/queries";
import { type Occurrence, occurrencesOf } from "@/lib/triggers/occurrences";
import { anchorOf } from "../anchor";
import { factsOf } from "../facts";
import { schedule } from "../schedule";
import type { RehearsedRule } from "./input";
import { endsKnownSince, takenOccurrences } from "./queries";
import type { Rehearsed } from "./verdict";

export type Store = Awaited<ReturnType<typeof storeOf>>;
/** `automationId`: absent as long as it was never saved. */
export type Rule = Omit<RehearsedRule, "productId"> & { automationId?: string };

/** An event with the occurrence that it tells of, and what the automation would make of it. */
export type Judged = Omit<Rehearsed, "person"> & { event: ShopEvent; occurrence: Occurrence };

type Told = { event: ShopEvent; occurrence: Occurrence };

/** Judges events, the latest first, in the same order; those that mean nothing to the trigger are left out. */
export async function judgeEvents(
  tx: Tx,
  storeId: string,
  rule: Rule,
  events: readonly ShopEvent[],
  store: Store,
): Promise<Judged[]> {
  const told: Told[] = [];
  for (const event of events)
    for (const occurrence of await occurrencesOf(tx, storeId, event, { ...store, ...event }))
      if (occurrence.trigger === rule.trigger) told.push({ event, occurrence });
  const keys = told.map(({ occurrence }) => occurrence.key);
  const taken = rule.automationId
    ? await takenOccurrences(tx, storeId, rule.automationId, keys)
    : new Set<string>();
  const known = await knownSince(tx, storeId, rule, told);
  const earliest = new Map(keys.map((key, at) => [key, at]));
  const judged: Judged[] = [];
  for (const [at, each] of told.entries()) {
    const { key } = each.occurrence;
    const repeats = earliest.get(key) !== at;
    const fate = repeats ? "again" : taken.has(key) ? "has" : undefined;
    judged.push(await judge(tx, storeId, rule, { ...each, fate, known, ...store }));
  }
  return judged;
}

/** What happens before an end is planned as the end becomes known, long before an event tells of it. */
async function knownSince(tx: Tx, storeId: string, rule: Rule, told: readonly Told[]) {
  if (rule.moment?.side !== "before") return new Map<string, Date>();
  const ids = told.flatMap(({ occurrence }) => occurrence.accessId ?? []);
  return await endsKnownSince(tx, storeId, ids);
}

type Found = Told & {
  fate: "again" | "has" | undefined;
  known: ReadonlyMap<string, Date>;
  timeZone: string;
};

async function judge(
  tx: Tx,
  storeId: string,
  rule: Rule,
  { event, occurrence, fate, known, timeZone }: Found,
): Promise<Judged> {
  const anchor = anchorOf(occurrence.at, event);
  const heard = known.get(occurrence.accessId ?? "") ?? event.receivedAt;
  const planned = schedule(anchor, rule, timeZone, heard);
  const row = { eventId: event.id, at: event.receivedAt, dueAt: planned.dueAt, event, occurrence };
  if (fate) return { ...row, verdict: fate };
  const asked = new Set(rule.conditions.map(({ fact }) => fact));
  if (asked.size > 0) {
    const payload = parsePayload(JSON.parse(event.raw), timeZone);
    const facts = await factsOf(tx, storeId, { event, occurrence, payload, timeZone }, asked);
    const unmet = unmetOf(rule.conditions, facts);
    if (unmet.length > 0) return { ...row, verdict: "unmet", unmet };
  }
  return planned.status === "skipped"
    ? { ...row, verdict: "skipped", reason: planned.reason }
    : { ...row, verdict: "would" };
}
