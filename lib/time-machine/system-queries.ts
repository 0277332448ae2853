import { sql } from "drizzle-orm";
import { clock } from "@/drizzle/schema/clock";
import { db } from "@/lib/db";
import { CLOCK_CHANNEL } from "@/lib/follow-clock";

// An installation has one clock, whichever store moves it.

/** Moves the clock on by `ms` and tells every process that follows it. Gives the whole offset. */
export async function advanceClock(ms: number): Promise<number> {
  return await db().transaction(async (tx) => {
    const [moved] = await tx
      .insert(clock)
      .values({ offset: ms })
      .onConflictDoUpdate({ target: clock.id, set: { offset: sql`${clock.offset} + ${ms}` } })
      .returning({ offset: clock.offset });
    if (!moved) throw new Error("The clock was not moved");
    await tx.execute(sql`select pg_notify(${CLOCK_CHANNEL}, ${String(moved.offset)})`);
    return moved.offset;
  });
}
