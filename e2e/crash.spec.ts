import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type postgres from "postgres";
import { type Copy, ownCopy } from "../scripts/copy.mjs";
import { ended, signalTo } from "../scripts/process.mjs";
import { BACKFILLED, backfillOf, beginBackfill } from "./crash-backfill";
import { buy, RUNS_PER_PURCHASE, shapeAutomations } from "./crash-load";
import { countRuns, eventsOf, type RunRow, runsOf, tally, toolsHave } from "./crash-record";
import { databaseOf } from "./database";
import { type Demo, demoFile } from "./demo";

/** Three runs each: one waits, one has an answer to be confirmed for seconds, one is over at once. */
const PURCHASES = 110;
/** Runs that wait or are under way when the axe falls. */
const OPEN_AT_LEAST = 200;
/** What was cut off the time before is taken up first. */
const AT_WORK_WITHIN_MS = 90_000;
/** The sweep comes every minute and waits 20 s before it calls something forgotten. */
const SETTLED_WITHIN_MS = 180_000;

const KILLS = { web: ["web"], engine: ["engine"], postgres: ["postgres"] };
const POWER_CUT = ["web", "engine", "postgres"];

type Kill = { name: string; open: number; at: Date; backAfter: number };

let copy: Copy;
let sql: postgres.Sql;
let passed = false;

test.beforeAll(async () => {
  copy = await ownCopy("crash", { log: "ignore" });
});
test.afterAll(async () => {
  await sql?.end({ timeout: 5 });
  await copy.stop();
  if (passed) copy.remove(); // after a failure the logs are worth more than the space
});

async function kill(parts: string[]) {
  const pids = JSON.parse(readFileSync(join(copy.folder, "processes.json"), "utf8"));
  for (const part of parts) signalTo(pids[part].pid, "SIGKILL");
  for (const part of parts) await ended(pids[part].pid, 10_000);
}

const secondsSince = (at: Date, until = new Date()) =>
  Math.round((until.getTime() - at.getTime()) / 100) / 10;

/** Posts purchases and, in the middle of the work they make, does `harm`. */
async function harmAtWork(demo: Demo, name: string, harm: () => Promise<void>): Promise<Kill> {
  const emails = Array.from({ length: PURCHASES }, (_, number) => `${name}-${number}@example.com`);
  const bought = emails.map((email) => buy(demo, email));
  let open = 0;
  const atWork = async () => {
    const runs = await countRuns(sql, `${name}-`);
    open = runs.open;
    return open >= OPEN_AT_LEAST && open < runs.planned;
  };
  await expect.poll(atWork, { intervals: [20], timeout: AT_WORK_WITHIN_MS }).toBe(true);
  const at = new Date();
  await harm();
  const health = async () => (await fetch(`${demo.url}/api/health`)).status;
  const answers = () => health().catch(() => 0);
  await expect.poll(answers, { intervals: [100], timeout: 60_000 }).toBe(200);
  const backAfter = secondsSince(at);
  await Promise.all(bought);
  return { name, open, at, backAfter };
}

test("a killed web app, engine or database loses no run and doubles none, in a backfill neither", async () => {
  test.setTimeout(600_000);
  let demo = demoFile.parse(await copy.start());
  sql = await databaseOf(copy.folder);
  await shapeAutomations(sql);
  await beginBackfill(sql, copy.folder);

  const kills: Kill[] = [];
  for (const [name, parts] of Object.entries(KILLS)) {
    kills.push(await harmAtWork(demo, name, () => kill(parts)));
    // The backfill is in the middle: some of its runs came, some are to come.
    const past = await countRuns(sql, "past-");
    if (name !== "postgres") expect(past.open).toBeGreaterThan(0);
  }
  kills.push(
    await harmAtWork(demo, "power", async () => {
      signalTo(copy.pid(), "SIGKILL");
      await kill(POWER_CUT);
      demo = demoFile.parse(await copy.start());
    }),
  );

  const bought = kills.length * PURCHASES;
  const open = async () => (await countRuns(sql, "")).open;
  const planned = async () => (await countRuns(sql, "")).planned;
  await expect
    .poll(planned, { timeout: SETTLED_WITHIN_MS })
    .toBe(bought * RUNS_PER_PURCHASE + BACKFILLED);
  await expect.poll(open, { timeout: SETTLED_WITHIN_MS }).toBe(0);

  const runs = await runsOf(sql, "");
  const events = await eventsOf(sql);
  expect([...events.values()].filter((count) => count !== 1)).toEqual([]);
  expect(events.size).toBe(bought + BACKFILLED);
  expect(await backfillOf(sql)).toEqual({ status: "done", planned: BACKFILLED });
  expectEachOnce(runs);
  await expectTools(demo, runs);
  report(kills, runs);
  passed = true;
});

/** One run for each purchase and automation, each with one end that is known, or known not to be known. */
function expectEachOnce(runs: RunRow[]) {
  const planned = tally(runs.map(({ automation, email }) => `${automation} ${email}`));
  expect([...planned].filter(([, count]) => count !== 1)).toEqual([]);
  const strange = runs.filter(
    ({ tool, status, outcomes }) =>
      !["done", "already"].includes(status) &&
      !(tool === "webhook" && status === "unknown" && outcomes.at(-1) === "interrupted"),
  );
  expect(strange).toEqual([]);
}

async function expectTools({ toolsUrl }: Demo, runs: RunRow[]) {
  const has = await toolsHave(toolsUrl);
  const campaigns = runs.filter(({ tool }) => tool !== "webhook");
  const customers = new Set(campaigns.map(({ email }) => email));
  const contacts = tally(has.contacts.filter((email) => customers.has(email)));
  expect(contacts.size).toBe(customers.size);
  expect([...contacts].filter(([, count]) => count !== 1)).toEqual([]);
  expect(has.queued).toBe(0);

  const hooks = new Map(runs.filter(({ tool }) => tool === "webhook").map((run) => [run.id, run]));
  const strangers = has.deliveries.filter(
    ({ id, runId, email }) => id !== runId || hooks.get(id)?.email !== email,
  );
  expect(strangers).toEqual([]);
  const delivered = tally(has.deliveries.map(({ id }) => id));
  // Whatever may have arrived is not sent again without being asked: never twice.
  expect([...delivered].filter(([, count]) => count > 1)).toEqual([]);
  const missing = [...hooks.values()].filter(
    (run) => run.status === "done" && !delivered.has(run.id),
  );
  expect(missing).toEqual([]);
}

function report(kills: Kill[], runs: RunRow[]) {
  const rows = kills.map(({ name, open, at, backAfter }) => {
    const own = runs.filter(({ email }) => email.startsWith(`${name}-`));
    const last = Math.max(...own.map(({ endedAt }) => endedAt?.getTime() ?? Number.NaN));
    return {
      killed: name,
      "runs open": open,
      "back after, s": backAfter,
      "all recorded after, s": secondsSince(at, new Date(last)),
      unknown: own.filter(({ status }) => status === "unknown").length,
    };
  });
  console.table(rows);
}
