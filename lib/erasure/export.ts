import "server-only";
import type { Member } from "@/lib/auth/queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { onlyPerson } from "@/lib/easycart/erase-people";
import { exportedAccesses, exportedCustomer, exportedEvents, exportedRuns } from "./export-queries";

/** Rows of a kind held in memory at once; a run with its attempts may be some 100 kB. */
const PER_PAGE = 100;

type Row = { id: string };

/**
 * Everything that is stored of a customer, as the pieces of one JSON text. Of another person in an
 * order nothing is told. Throws NotFoundError before the first piece.
 */
export async function exportCustomer(
  { storeId, userId, store }: Pick<Member, "storeId" | "userId" | "store">,
  customerId: string,
): Promise<AsyncGenerator<string>> {
  const customer = await exportedCustomer(storeId, customerId);
  await recordDeed(db(), storeId, { userId, what: "customer_exported", subject: customerId });
  const erasing = { emails: new Set([customer.email]), about: true };
  const events = async (page: { after: string; limit: number }) =>
    (await exportedEvents(storeId, customerId, page)).map(({ raw, ...event }) => ({
      ...event,
      said: JSON.parse(onlyPerson(raw, erasing)) as unknown,
    }));
  const head = { exportedAt: now(), store: store.name, customer };
  return (async function* () {
    yield JSON.stringify(head).slice(0, -1);
    yield* list("accesses", (page) => exportedAccesses(storeId, customerId, page));
    yield* list("events", events);
    yield* list("runs", (page) => exportedRuns(storeId, customerId, page));
    yield "}\n";
  })();
}

async function* list(
  name: string,
  next: (page: { after: string; limit: number }) => PromiseLike<Row[]>,
): AsyncGenerator<string> {
  yield `,\n"${name}":[`;
  let after = "";
  for (;;) {
    const rows = await next({ after, limit: PER_PAGE });
    for (const row of rows) {
      yield `${after === "" ? "" : ","}\n${JSON.stringify(row)}`;
      after = row.id;
    }
    if (rows.length < PER_PAGE) break;
  }
  yield "]";
}
