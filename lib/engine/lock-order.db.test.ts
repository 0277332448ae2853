import { afterAll, beforeAll, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { cancelRuns, insertRuns } from "./intake-queries";
import { freeExpired, renewLeases } from "./job-queries";
import { newLease } from "./lease";
import { openSql, type Sql } from "./sql";
import { newUlid } from "./ulid";

const RUNS = 400;
const ROUNDS = 12;

let sql: Sql;
beforeAll(() => {
  sql = openSql(env().DATABASE_URL);
});
afterAll(() => sql.end());

/** Leased runs that an event each would end, in an order of their own. */
async function leasedRuns(round: number) {
  const at = now();
  const keys = Array.from({ length: RUNS }, (_, n) => `"${round}-${(n * 7919) % RUNS}"`);
  const runs = keys.map((value) => ({
    ...{ id: newUlid(), functionId: "f", eventId: newUlid(), event: "{}", due: at },
    ...{ claims: [`event ${value}`], gates: null },
    cancels: [
      { event: "stop", path: "data.id", value, expiresAt: new Date(at.getTime() + 60_000) },
    ],
  }));
  const jobs = await insertRuns(sql, runs, { at, lease: newLease("one"), room: RUNS });
  return { at, keys, jobs: jobs.map(({ jobId }) => jobId) };
}

test("a cancellation of many and the renewal of their leases never stand in each other's way", async () => {
  let cancelled = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { at, keys, jobs } = await leasedRuns(round);
    const stop = (values: readonly string[]) =>
      cancelRuns(
        sql,
        values.map((value) => ({ event: "stop", path: "data.id", value, eventId: newUlid() })),
        { at, request: [] },
      );
    // Two cancel the same from either end, while others hold the jobs. None may be told to give way.
    const [some, others] = await Promise.all([
      stop(keys.slice(0, (RUNS * 2) / 3)),
      stop(keys.slice(RUNS / 3).toReversed()),
      renewLeases(sql, newLease("one"), jobs),
      renewLeases(sql, newLease("one"), jobs.toReversed()),
      freeExpired(sql, new Date(at.getTime() + 3_600_000)),
    ]);
    cancelled += some.length + others.length;
  }
  expect(cancelled).toBe(RUNS * ROUNDS);
  expect(await sql`select from engine.jobs`).toHaveLength(0);
  expect(await sql`select from engine.cancels`).toHaveLength(0);
});
