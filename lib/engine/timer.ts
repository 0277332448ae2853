import { now } from "@/lib/clock";
import { type Catalogue, SCHEDULED_TIMER } from "./catalogue";
import { type StoredEvent, systemEvent } from "./event";
import { isScheduled, type Schedule } from "./schedule";

const MINUTE_MS = 60_000;
/** An engine that was down at the minute makes up for it within this time, once. */
const CATCH_UP_MINUTES = 60;

const minuteOf = (instant: Date) => Math.floor(instant.getTime() / MINUTE_MS);

/** Finds the cron expressions that fell due since it last looked. */
export class CronTimer {
  private seen = minuteOf(now()) - CATCH_UP_MINUTES;

  /**
   * One event for each expression; of several missed minutes the last counts. `heeded` must be called once the events
   * are stored. An event's id names its minute, so that neither a second engine nor a restart starts anything twice.
   */
  due(catalogue: Catalogue): { events: StoredEvent[]; heeded: () => void } {
    const minute = minuteOf(now());
    const from = Math.max(this.seen + 1, minute - CATCH_UP_MINUTES);
    const schedules = [...catalogue.byId.values()].flatMap((definition) => definition.schedules);
    const distinct = new Map(schedules.map((schedule) => [schedule.source, schedule]));
    const events = [...distinct.values()].flatMap((schedule) => {
      const instant = lastWithin(schedule, from, minute);
      if (!instant) return [];
      const { source: cron } = schedule;
      const data = { cron, scheduledAt: instant, fireAt: instant };
      return [systemEvent(SCHEDULED_TIMER, data, `${cron} ${instant}`)];
    });
    return { events, heeded: () => (this.seen = minute) };
  }
}

function lastWithin(schedule: Schedule, from: number, to: number): string | null {
  for (let minute = to; minute >= from; minute--) {
    const instant = new Date(minute * MINUTE_MS);
    if (isScheduled(schedule, instant)) return instant.toISOString();
  }
  return null;
}
