import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { now, setClockOffset } from "@/lib/clock";
import { advanceClock } from "@/lib/time-machine/system-queries";
import type { Act, Life } from "./life";
import type { Store } from "./store";
import type { EasyCart } from "./tell";

const MINUTE_MS = 60_000;
/** Something hangs if a moment is not over by then. */
const LONGEST_MS = 60_000;
const LOOK_MS = 8;
/** What the engine does each minute that may bring runs about. */
const SWEEPS = 2;

/** Lives through the year: from one moment at which something happens to the next, and waits at each until all is quiet. */
export class Living {
  private readonly sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice() {} });
  private swept = 0;
  moments = 0;

  constructor(
    private readonly life: Life,
    private readonly store: Store,
    private readonly easycart: EasyCart,
  ) {}

  async live(): Promise<void> {
    for (const act of this.life.acts) {
      for (;;) {
        const next = await this.next();
        if (next === undefined || next >= act.at) break;
        await this.at(next);
      }
      await this.at(act.at, act);
    }
    for (;;) {
      const next = await this.next();
      if (next === undefined || next >= this.life.end) break;
      await this.at(next);
    }
    await this.sql.end({ timeout: 5 });
  }

  private async at(moment: number, act?: Act): Promise<void> {
    this.moments++;
    const ahead = moment - now().getTime();
    if (ahead > 0) setClockOffset(await advanceClock(ahead));
    if (act) await this.do(act);
    await this.quiet(now());
    if (process.env.YEAR_DEBUG) console.log(this.moments);
  }

  private async do(act: Act): Promise<void> {
    if (act.kind === "event") await this.easycart.tell(act);
    if (act.kind === "email") await this.easycart.changeEmail(act);
    if (act.kind === "edit") await this.store.edit(act);
    if (act.kind === "switch") await this.store.switch(act);
  }

  /** When something comes by itself: a run is due, an access begins to expire or ends. */
  private async next(): Promise<number | undefined> {
    const at = now();
    const { zone } = this.life;
    const aMinuteOn = new Date(at.getTime() + MINUTE_MS);
    const [row] = await this.sql<{ at: Date | null }[]>`
      select min(at) as at from (
        select min(wake_at) as at from runs where wake_at > ${at}
        union all select min(ends_at) from accesses where ended_at is null and ends_at > ${at}
        union all select min((ends_at at time zone ${zone} - interval '3 days') at time zone ${zone})
          from accesses where ended_at is null and announced_end is null
          and (ends_at at time zone ${zone} - interval '3 days') at time zone ${zone} > ${at}
        union all select ${aMinuteOn} from automations where ahead_after is not null
        union all select ${aMinuteOn} from accesses
          where ended_at is null and announced_end is null and ends_at > ${at}
          and (ends_at at time zone ${zone} - interval '3 days') at time zone ${zone} <= ${at}
          and started_at < ends_at - interval '73 hours'
      ) moments`;
    return row?.at?.getTime();
  }

  /** Until every event is planned, every run that is due has ended, and the minute's sweep has been. */
  private async quiet(at: Date): Promise<void> {
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    for (const began = performance.now(); ; ) {
      const [row] = await this.sql<{ open: number; sweeps: number }[]>`
        select
          (select count(*) from shop_events where planned_at is null)::int
          + (select count(*) from runs where wake_at <= ${at})::int
          + (select count(*) from engine.jobs where due <= ${at} or lease_until is not null)::int as open,
          (select count(distinct function_id) from engine.runs
            where (function_id like '%sweep-overdue' or function_id like '%plan-ahead')
            and created_at >= to_timestamp(${minute * 60}) and ended_at is not null)::int as sweeps`;
      if (row?.open === 0 && (minute === this.swept || row.sweeps === SWEEPS)) break;
      if (performance.now() - began > LONGEST_MS)
        throw new Error(`Not quiet at ${at.toISOString()}: ${JSON.stringify(row)}`);
      await pause(LOOK_MS);
    }
    this.swept = minute;
  }
}
