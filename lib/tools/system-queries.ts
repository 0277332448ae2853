import { sql } from "drizzle-orm";
import { z } from "zod";
import { toolPaces } from "@/drizzle/schema/health";
import { db } from "@/lib/db";

// No store: an account of a tool is shared by whoever has its key, whichever store that is.
// The database's own clock: it is the one that all processes share, and no test may move it.

/** Seconds between requests, and how many of them may be saved up. */
export type Rate = { interval: number; burst: number };

const seconds = z.array(z.object({ seconds: z.coerce.number() }));

/**
 * Takes the next slot (generic cell rate algorithm) and says in how many seconds it is; undefined,
 * and nothing taken, where that would be more than `longest`.
 */
export async function takeSlot(
  account: string,
  { interval, burst }: Rate,
  longest: number,
): Promise<number | undefined> {
  const saved = (burst - 1) * interval;
  const rows = await db().execute(sql`
    insert into ${toolPaces} as pace (account, tat)
    values (${account}, clock_timestamp() + ${interval} * interval '1 second')
    on conflict (account) do update
      set tat = greatest(pace.tat, clock_timestamp()) + ${interval} * interval '1 second'
      where pace.tat <= clock_timestamp() + ${longest + saved} * interval '1 second'
    returning extract(epoch from pace.tat - clock_timestamp()) - ${interval + saved} as seconds
  `);
  return seconds.parse(rows)[0]?.seconds;
}

/** Seconds until a slot is free again. */
export async function slotsTaken(account: string, { interval, burst }: Rate): Promise<number> {
  const rows = await db().execute(sql`
    select greatest(0, extract(epoch from tat - clock_timestamp()) - ${(burst - 1) * interval}) as seconds
    from ${toolPaces} where account = ${account}
  `);
  return seconds.parse(rows)[0]?.seconds ?? 0;
}

/** No slot for the next `hold` seconds. */
export async function holdSlots(
  account: string,
  { interval, burst }: Rate,
  hold: number,
): Promise<void> {
  const until = sql`clock_timestamp() + ${hold + (burst - 1) * interval} * interval '1 second'`;
  await db().execute(sql`
    insert into ${toolPaces} as pace (account, tat) values (${account}, ${until})
    on conflict (account) do update set tat = greatest(pace.tat, excluded.tat)
  `);
}
