import { expiringAt } from "@/lib/access/expiring";
import {
  announceEnds,
  endAtTheirEnd,
  noteSwept,
  overdueEnds,
  type SweptAccess,
  unannouncedEnds,
} from "@/lib/access/sweep-queries";
import type { Tx } from "@/lib/db";
import { occurrenceOf } from "./foreseen";
import type { EndTrigger } from "./key";
import type { Occurrence } from "./occurrences";

/** An occurrence of our own clock's, with the store whose it is. */
export type ClockOccurrence = Occurrence & { storeId: string };

/**
 * What has come by the clock while EasyCart stayed silent: accesses that begin to expire, and accesses
 * that are over. Each is taken once: noted in `tx`, together with the runs that the caller plans for
 * it. At most `limit` of either kind. `taken`: how many accesses that were, whether something starts
 * from them or not; none: there are no more now.
 */
export async function clockOccurrences(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ taken: number; occurrences: ClockOccurrence[] }> {
  const ended = (await overdueEnds(tx, now, limit)).map(at(({ endsAt }) => endsAt ?? now));
  await endAtTheirEnd(tx, idsOf(ended));
  await noteSwept(tx, "expired", ended);
  const expiring = (await unannouncedEnds(tx, now, limit))
    .map(at(({ endsAt, timeZone }) => expiringAt(endsAt ?? now, timeZone)))
    .filter((found) => found.at <= now);
  await announceEnds(tx, idsOf(expiring));
  await noteSwept(tx, "expiring", expiring);
  const occurrences = [
    ...ended.flatMap((found) => occurrence("access_expired", found)),
    ...expiring.flatMap((found) => occurrence("access_expiring", found)),
  ];
  return { taken: ended.length + expiring.length, occurrences };
}

type Found = { access: SweptAccess; at: Date };

const idsOf = (found: readonly Found[]) => found.map(({ access }) => access.id);

const at =
  (moment: (access: SweptAccess) => Date) =>
  (access: SweptAccess): Found => ({ access, at: moment(access) });

/** Nothing without an event that told of the access: every run belongs to one. */
function occurrence(trigger: EndTrigger, { access, at }: Found): ClockOccurrence[] {
  const { eventId, storeId } = access;
  return eventId ? [{ ...occurrenceOf(trigger, access, at, eventId), storeId }] : [];
}
