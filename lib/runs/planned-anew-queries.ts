import { and, eq, inArray, sql } from "drizzle-orm";
import { runs } from "@/drizzle/schema/runs";

// Parts of the statement that inserts runs: `excluded` is the run as it is planned now.

/** What a run takes over that is planned anew. */
export const asPlannedNow = {
  versionId: sql`excluded.version_id`,
  eventId: sql`excluded.event_id`,
  accessId: sql`excluded.access_id`,
  integrationId: sql`excluded.integration_id`,
  snapshot: sql`excluded.snapshot`,
  isSample: sql`excluded.is_sample`,
  status: sql`excluded.status`,
  reason: sql`excluded.reason`,
  dueAt: sql`excluded.due_at`,
  wakeAt: sql`excluded.wake_at`,
  startedAt: null,
  finishedAt: sql`excluded.finished_at`,
};

/**
 * The end it waited for was no longer to come, or came early, and is to come after all: a subscription
 * that is cancelled, resumed and cancelled again has one end.
 */
export const wasCalledOff = and(
  eq(runs.status, "cancelled"),
  inArray(runs.reason, ["endVanished", "endCame", "endMoved"]),
);

const anchor = sql.raw("snapshot ->> 'anchor'");

/**
 * Another event tells that it happened earlier: EasyCart tells a purchase twice, and the later event
 * may come first. Not where the merchant has moved the run, or published another version since.
 */
export const isToldEarlier = and(
  eq(runs.status, "waiting"),
  sql`${runs.dueAt} = ${runs.wakeAt}`,
  sql`${runs.versionId} = excluded.version_id`,
  sql`${runs.snapshot} -> 'moment' ->> 'side' is distinct from 'before'`,
  sql`(excluded.${anchor})::timestamptz < (runs.${anchor})::timestamptz`,
  sql`excluded.due_at - (excluded.${anchor})::timestamptz = ${runs.dueAt} - (runs.${anchor})::timestamptz`,
);
