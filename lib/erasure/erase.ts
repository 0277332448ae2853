import "server-only";
import type { Member } from "@/lib/auth/queries";
import { now } from "@/lib/clock";
import { db, retrying, type Tx } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { withoutPerson } from "@/lib/easycart/erase-people";
import { parsePayload } from "@/lib/easycart/payload";
import { NotFoundError, UserError } from "@/lib/errors";
import { announceChanges } from "@/lib/inngest/announce";
import {
  emptyAccesses,
  emptyAttempts,
  emptyCustomer,
  emptyDeliveries,
  emptyEvent,
  emptyRuns,
  emptyWords,
  eventsNaming,
  eventsOf,
  isBusy,
  lockCustomer,
  lockRuns,
} from "./queries";

/** A request that began earlier has ended, one way or the other. */
const LONGEST_REQUEST_MS = 120_000;

/** What stands for nobody, in the language of the store. */
const NOBODY = { pl: "Usunięty klient", en: "Erased customer" };

export type Erased = {
  runs: number;
  cancelled: number;
  events: number;
  accesses: number;
  codes: number;
  deliveries: number;
};

/**
 * Takes out everything that tells who a customer was, and leaves the rows, so that counts stay
 * right. Undefined: they were erased already. Throws UserError while a request is on its way.
 */
export async function eraseCustomer(
  { storeId, userId, store }: Pick<Member, "storeId" | "userId" | "store">,
  customerId: string,
): Promise<Erased | undefined> {
  const done = await retrying(() =>
    db().transaction(async (tx) => {
      const erased = await erase(tx, storeId, customerId, NOBODY[store.locale]);
      if (erased)
        await recordDeed(tx, storeId, { userId, what: "customer_erased", subject: customerId });
      return erased;
    }),
  );
  await announceChanges((done?.waiting ?? []).map((id) => ({ storeId, id })));
  return done?.receipt;
}

async function erase(tx: Tx, storeId: string, customerId: string, name: string) {
  const at = now();
  const customer = await lockCustomer(tx, storeId, customerId);
  if (!customer) throw new NotFoundError();
  if (customer.erasedAt) return undefined;
  const runs = await lockRuns(tx, storeId, customerId);
  const since = new Date(at.getTime() - LONGEST_REQUEST_MS);
  const own = await eventsOf(tx, storeId, customerId);
  const emails = addressesOf(customer.email, runs, own);
  const others = await eventsNaming(tx, storeId, customerId, [...emails]);
  const events = [...own, ...others];
  const eventIds = events.map(({ id }) => id);
  if (await isBusy(tx, storeId, { customerId, eventIds }, since))
    throw new UserError("customerBusy");
  const ended: string[] = [];
  for (const { id, raw, customerId: whose } of events) {
    const left = withoutPerson(raw, { emails, about: whose === customerId });
    await emptyEvent(tx, storeId, id, left, at);
    if (left.nobody) ended.push(id);
  }

  const runIds = runs.map(({ id }) => id);
  const nobody = { email: `${customerId}@erased.invalid`, name };
  await emptyAttempts(tx, storeId, { runIds, eventIds });
  const deliveries = await emptyDeliveries(tx, storeId, { eventIds, ended }, at);
  await emptyRuns(tx, storeId, customerId, { contact: nobody, at });
  const over = await emptyAccesses(tx, storeId, customerId, at);
  await emptyWords(tx, storeId, [...emails]);
  await emptyCustomer(tx, storeId, customerId, { ...nobody, erasedAt: at });

  const waiting = runs.filter(({ status }) => status === "waiting").map(({ id }) => id);
  const counts = { runs: runs.length, cancelled: waiting.length, events: own.length };
  return { waiting, receipt: { ...counts, ...over, deliveries } };
}

/** Every address under which the customer was known: an address may have changed, and customers merge. */
function addressesOf(
  email: string,
  runs: readonly { email: string }[],
  events: readonly { raw: string }[],
): Set<string> {
  const told = events.flatMap(({ raw }) => {
    const { person, formerEmail } = parsePayload(JSON.parse(raw));
    return [person.email, formerEmail];
  });
  const all = [email, ...runs.map((run) => run.email), ...told];
  return new Set(all.filter((one) => one !== undefined).map((one) => one.toLowerCase()));
}
