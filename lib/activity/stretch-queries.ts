import { type AnyColumn, and, type SQL, sql } from "drizzle-orm";
import { automations } from "@/drizzle/schema/automations";
import { runs } from "@/drizzle/schema/runs";
import { RUN_STATUSES, type RunStatus } from "@/lib/runs/status";

/**
 * Within which stretches of the indexes runs are sought. In each of them they stand in the order of
 * their due moments, so that the first of all are among the first of each.
 */
export type Stretches = {
  statuses?: readonly RunStatus[];
  automationId?: string;
  productId?: string;
  customerIds?: readonly string[];
};

/** The ids of the first `limit` runs, however many there are besides. */
export function firstIds(
  storeId: string,
  within: Stretches,
  { where, ascending, limit }: { where: SQL | undefined; ascending: boolean; limit: number },
): SQL {
  const { stretches, holds } = stretchesOf(storeId, within);
  return sql`(
    select first.id from ${stretches}, lateral (
      select ${runs.id}, ${runs.dueAt} from ${runs} where ${and(holds, where)}
      order by ${sql.join(inOrder(ascending, runs.dueAt, runs.id), sql`, `)} limit ${limit}
    ) as first
    order by ${sql.join(inOrder(ascending, sql`first.due_at`, sql`first.id`), sql`, `)} limit ${limit}
  )`;
}

/** Nulls where the indexes keep them: an index of another order of nulls is not used. */
export const inOrder = (ascending: boolean, ...columns: (SQL | AnyColumn)[]): SQL[] =>
  columns.map((column) =>
    ascending ? sql`${column} asc nulls first` : sql`${column} desc nulls last`,
  );

function stretchesOf(
  storeId: string,
  { statuses = RUN_STATUSES, automationId, productId, customerIds }: Stretches,
): { stretches: SQL; holds: SQL } {
  const status = sql`unnest(${textArray(statuses)}) as status (name)`;
  if (customerIds) {
    const holds = sql`${runs.customerId} = customer.id and ${runs.status} = any (${textArray(statuses)})`;
    return { stretches: sql`unnest(${textArray(customerIds)}) as customer (id)`, holds };
  }
  const holds = sql`${runs.status} = status.name`;
  if (!automationId && !productId) return { stretches: status, holds };
  // A product's runs are those of its automations: none changes its product.
  const own = automationId
    ? sql`unnest(array[${automationId}]) as automation (id)`
    : sql`(select id from ${automations} where store_id = ${storeId} and product_id = ${productId}) as automation`;
  return {
    stretches: sql`${own}, ${status}`,
    holds: sql`${runs.automationId} = automation.id and ${holds}`,
  };
}

export const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
