import type { Access } from "@/lib/access/change";
import { expiringAt } from "@/lib/access/expiring";
import { type EndTrigger, endKey } from "./key";
import type { Occurrence } from "./occurrences";

/**
 * What is going to happen to an access whose end is known: for automations that run before it.
 * `eventId` is the shop event that made the end known, which such runs belong to.
 */
export function foreseenOccurrences(access: Access, eventId: string): Occurrence[] {
  const { endsAt, endedAt, subscription, startedAt, timeZone } = access;
  if (!endsAt || endedAt) return [];
  const expiring = expiringAt(endsAt, timeZone);
  const moments: [EndTrigger, Date][] = [["access_expired", endsAt]];
  if (subscription) moments.push(["subscription_ended", endsAt]);
  // An access shorter than that never begins to expire.
  if (expiring > startedAt) moments.push(["access_expiring", expiring]);
  return moments.map(([trigger, at]) => ({
    ...occurrenceOf(trigger, access, at, eventId),
    foreseen: true,
  }));
}

export function occurrenceOf(
  trigger: EndTrigger,
  access: Access,
  at: Date,
  eventId: string,
): Occurrence {
  const { id: accessId, customerId, productId } = access;
  return { trigger, key: endKey(trigger, access), at, customerId, productId, accessId, eventId };
}
