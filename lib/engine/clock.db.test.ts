import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { clockOffset, now, setClockOffset } from "@/lib/clock";
import { env } from "@/lib/env";
import { deleteOld } from "./retention-queries";
import { openSql } from "./sql";
import type { Build } from "./testing/fixture-app";
import { Harness } from "./testing/harness";

const DAY_MS = 86_400_000;

const build: Build = (client, record) => [
  client.createFunction(
    {
      id: "reminder",
      triggers: [{ event: "quote" }],
      cancelOn: [{ event: "accepted", match: "data.id" }],
    },
    async ({ event, step }) => {
      await step.sleep("three days", "3d");
      await step.run("remind", () => record("remind", event.data.id));
    },
  ),
  client.createFunction({ id: "minutely", triggers: [{ cron: "* * * * *" }] }, ({ event }) => {
    record("tick", event.data.cron);
  }),
  client.createFunction(
    { id: "yearly", triggers: [{ cron: "TZ=Europe/Warsaw 0 12 24 12 *" }] },
    () => record("yearly", ""),
  ),
];

const harness = new Harness(build);
const { app } = harness;
const sql = openSql(env().DATABASE_URL);

const advance = (ms: number) => setClockOffset(clockOffset() + ms);

beforeAll(async () => {
  await harness.start();
});

afterAll(async () => {
  setClockOffset(0);
  await harness.stop();
  await sql.end({ timeout: 5 });
});

test("three days later the reminder goes out, unless the quote was accepted on day two", async () => {
  const { ids } = await harness.post([
    { name: "quote", data: { id: "ignored" } },
    { name: "quote", data: { id: "accepted" } },
  ]);
  await vi.waitFor(async () =>
    expect(await sql`select from engine.jobs where slept is not null`).toHaveLength(2),
  );
  advance(2 * DAY_MS);
  await harness.post({ name: "accepted", data: { id: "accepted" } });
  expect(await harness.ended(ids[1])).toMatchObject([{ status: "Cancelled" }]);
  expect(app.of("remind")).toEqual([]);
  advance(DAY_MS);
  await app.until("remind", "ignored");
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
  expect(app.of("remind")).toHaveLength(1);
});

test("cron starts once a minute, however often it is looked at", async () => {
  await app.until("tick");
  const before = app.of("tick").length;
  advance(60_000);
  await app.until("tick", undefined, before + 1);
  advance(30_000);
  await new Promise((resolve) => setTimeout(resolve, 1500)); // more than one look
  expect(app.of("tick").length).toBeLessThanOrEqual(before + 2);
  expect(app.of("yearly")).toEqual([]);
});

test("what has ended is kept for seven days", async () => {
  const ended = async () => (await sql`select from engine.runs where ended_at is not null`).length;
  await vi.waitFor(async () => expect(await ended()).toBeGreaterThan(0));
  await deleteOld(sql, new Date(now().getTime() + 6 * DAY_MS));
  expect(await ended()).toBeGreaterThan(0);
  await vi.waitFor(async () => {
    await deleteOld(sql, new Date(now().getTime() + 8 * DAY_MS));
    expect(await ended()).toBe(0);
  });
  expect(await sql`select from engine.claims`).toHaveLength(0);
});
