import postgres from "postgres";
import { clockOffset, setClockOffset } from "./clock";
import { log } from "./log";
import { withoutTypeLookup } from "./postgres-options";

/** Where a move of the clock is told, as the whole offset in milliseconds. */
export const CLOCK_CHANNEL = "clock";

/**
 * Sets this process's clock to where the time machine has moved it, and follows each further move
 * within milliseconds, over restarts of the database too. `moved` is called after each. The function
 * it gives ends it; the clock then stays where it is.
 */
export async function followClock(url: string, moved = () => {}): Promise<() => Promise<void>> {
  const sql = postgres(url, { ...withoutTypeLookup, max: 1, idle_timeout: 10, onnotice() {} });
  const take = (offset: number) => {
    if (offset === clockOffset()) return;
    setClockOffset(offset);
    log.info({ offset }, "clock.moved");
    moved();
  };
  const read = async () => {
    const [row] = await sql<{ offset: string }[]>`select "offset" from clock`;
    take(Number(row?.offset ?? 0));
  };
  const readAgain = () => read().catch((error) => log.warn({ err: error }, "clock.unread"));
  // The driver listens anew after each lost connection; what was told meanwhile is then read.
  await sql.listen(CLOCK_CHANNEL, (offset) => take(Number(offset)), readAgain);
  await read();
  return () => sql.end({ timeout: 5 });
}
