import "server-only";
import { Temporal } from "temporal-polyfill";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { withoutPeople } from "@/lib/easycart/erase-people";
import { emptyAttempts, emptyDeliveries, emptyEvent } from "./queries";
import { eventsToEmpty, type StoreToTidy, storesToTidy } from "./retention-queries";

/** Events of one store in one transaction; and how many of those in a day, the rest the day after. */
const BATCH = 200;
const BATCHES = 50;

/** Takes out of old events and requests what they tell of people, as each store wants it. Returns the events. */
export async function tidy(): Promise<number> {
  let emptied = 0;
  for (const store of await storesToTidy()) emptied += await tidyStore(store);
  return emptied;
}

async function tidyStore(store: StoreToTidy): Promise<number> {
  let emptied = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const done = await tidyBatch(store);
    emptied += done;
    if (done < BATCH) break;
  }
  return emptied;
}

function tidyBatch({ id: storeId, timeZone, keepMonths }: StoreToTidy): Promise<number> {
  const at = now();
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const before = new Date(here.subtract({ months: keepMonths }).epochMilliseconds);
  return db().transaction(async (tx) => {
    const events = await eventsToEmpty(tx, storeId, before, BATCH);
    const eventIds = events.map(({ id }) => id);
    for (const { id, raw } of events)
      await emptyEvent(tx, storeId, id, { raw: withoutPeople(raw), nobody: true }, at);
    await emptyAttempts(tx, storeId, { runIds: [], eventIds });
    await emptyDeliveries(tx, storeId, { eventIds, ended: eventIds }, at);
    return events.length;
  });
}
