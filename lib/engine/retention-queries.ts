import type { Tx } from "./sql";

/** System-wide: what has ended is kept for looking things up, whatever store it was for. */

const KEEP_MS = 7 * 86_400_000;
/** A gate that nobody used for so long begins anew at its next use. */
const KEEP_GATE_MS = 86_400_000;
/** Small, so that no other statement waits behind it. */
const BATCH = 500;

/** Deletes a batch of what is too old to keep; gives whether there may be more. */
export async function deleteOld(sql: Tx, at: Date): Promise<boolean> {
  const before = new Date(at.getTime() - KEEP_MS);
  const unused = new Date(at.getTime() - KEEP_GATE_MS);
  const results = await Promise.all([
    sql`delete from engine.runs where id = any (array(
      select id from engine.runs where ended_at < ${before}
      order by ended_at limit ${BATCH} for update skip locked))`,
    sql`delete from engine.claims where ctid = any (array(
      select ctid from engine.claims where expires_at < ${at}
      order by expires_at limit ${BATCH} for update skip locked))`,
    sql`delete from engine.cancels where ctid = any (array(
      select ctid from engine.cancels where expires_at < ${at}
      limit ${BATCH} for update skip locked))`,
    sql`delete from engine.gates where key = any (array(
      select key from engine.gates
      where wake_at is null and used_at < ${unused} and coalesce(tat, 0) < ${at.getTime()}
      limit ${BATCH} for update skip locked))`,
  ]);
  return results.some(({ count }) => count === BATCH);
}
