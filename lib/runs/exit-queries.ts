import { and, eq, gt, gte, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { accesses, shopEvents } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import type { Tx } from "@/lib/db";
import type { Run } from "./queries";

type Subject = { customerId: string; productId: string };

/** Beyond these a run's own due moment asks. */
const LOOKED_AT = 200;

/** A customer's runs that wait and have exit rules; locked. */
export async function waitingRunsWithExits(
  tx: Tx,
  storeId: string,
  customerId: string,
): Promise<Run[]> {
  return await tx
    .select()
    .from(runs)
    .where(
      and(
        eq(runs.storeId, storeId),
        eq(runs.customerId, customerId),
        eq(runs.status, "waiting"),
        sql`jsonb_array_length(${runs.snapshot} -> 'exitRules') > 0`,
      ),
    )
    .orderBy(runs.id)
    .limit(LOOKED_AT)
    .for("update");
}

/** Whether the customer may use the product at `at` by an access other than `except`. */
export async function hasOpenAccess(
  tx: Tx,
  storeId: string,
  { customerId, productId }: Subject,
  at: Date,
  except: string | undefined,
): Promise<boolean> {
  const rows = await tx
    .select({ id: accesses.id })
    .from(accesses)
    .where(
      and(
        eq(accesses.storeId, storeId),
        eq(accesses.customerId, customerId),
        eq(accesses.productId, productId),
        isNull(accesses.endedAt),
        or(isNull(accesses.endsAt), gt(accesses.endsAt, at)),
        except === undefined ? undefined : ne(accesses.id, except),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** What was told of a customer and a product that happened at `since` or later; samples only if `samples`. */
export function eventsSince(
  tx: Tx,
  storeId: string,
  { customerId, productId }: Subject,
  asked: { names: readonly string[]; since: Date; samples: boolean },
) {
  return tx
    .select({ id: shopEvents.id, order: shopEvents.order })
    .from(shopEvents)
    .where(
      and(
        eq(shopEvents.storeId, storeId),
        eq(shopEvents.customerId, customerId),
        eq(shopEvents.productId, productId),
        inArray(shopEvents.name, [...asked.names]),
        gte(shopEvents.occurredAt, asked.since),
        asked.samples ? undefined : eq(shopEvents.isSample, false),
      ),
    )
    .limit(LOOKED_AT);
}

/** The event that a run came from. */
export async function originOf(tx: Tx, storeId: string, eventId: string) {
  const [row] = await tx
    .select({ name: shopEvents.name, order: shopEvents.order, occurredAt: shopEvents.occurredAt })
    .from(shopEvents)
    .where(and(eq(shopEvents.storeId, storeId), eq(shopEvents.id, eventId)));
  return row;
}
