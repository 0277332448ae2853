import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { integrations } from "@/drizzle/schema/automations";
import { attempts } from "@/drizzle/schema/runs";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { type Emulators, startEmulators } from "@/e2e/emulators/server";
import { machineNow, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { performRun } from "./perform";
import { getRun, type Run } from "./queries";
import { rerun } from "./steer";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
  vi.stubEnv("TOOLS_ORIGIN", emulators.origin);
});
afterAll(async () => {
  await emulators.stop();
});

let storeId: string;
let host: string;
beforeEach(async () => {
  storeId = (await makeStore()).id;
  host = `hook-${storeId.slice(-12)}.example.com`;
});

const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;

type Given = Parameters<typeof makeRun>[2];

/** A due run that sends to a webhook of this test's own host. */
async function webhookRun(silence: "ask" | "again" = "ask", given: Given = {}) {
  const product = await makeProduct(storeId);
  const credentials = { url: `https://${host}/in`, secret: SECRET, silence };
  const integration = await makeIntegration(storeId, { tool: "webhook", credentials });
  const version = { tool: "webhook", action: "send", integrationId: integration.id };
  const made = await makeAutomation(storeId, { productId: product.id, version });
  const customer = await makeCustomer(storeId);
  const event = await makeEvent(storeId, { productId: product.id, customerId: customer.id });
  return { run: await makeRun(storeId, { ...made, customer, event }, given), integration };
}

const answering = (fault: object) =>
  emulators.control("webhooks", { faults: [{ path: host, ...fault }] });
const deliveries = () => emulators.log("webhooks").filter((entry) => entry.host === host).length;
const runOf = async (id: string) => (await getRun(storeId, id)) as Run;
const attemptsOf = (id: string) =>
  db().select().from(attempts).where(eq(attempts.runId, id)).orderBy(asc(attempts.number));
const connectionOf = async (id: string) =>
  (await db().select().from(integrations).where(eq(integrations.id, id)))[0]?.connection;

describe("a turn", () => {
  test("records what was done, with the exchange, and shows the connection", async () => {
    const { run, integration } = await webhookRun();
    expect(await performRun(storeId, run.id)).toEqual({ again: null });
    expect(await runOf(run.id)).toMatchObject({ status: "done", wakeAt: null, claimedUntil: null });
    const [attempt, ...more] = await attemptsOf(run.id);
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({ number: 1, kind: "act", outcome: "done" });
    expect(attempt?.exchanges[0]).toMatchObject({ method: "POST", status: 200 });
    expect(JSON.stringify(attempt)).not.toContain(SECRET.slice(6));
    expect(await connectionOf(integration.id)).toBe("connected");
  });

  test("by many at once acts once", async () => {
    const { run } = await webhookRun();
    await Promise.all(Array.from({ length: 10 }, () => performRun(storeId, run.id)));
    expect(deliveries()).toBe(1);
    expect(await attemptsOf(run.id)).toHaveLength(1);
  });

  test("leaves alone what is not due, has ended or is not there", async () => {
    const later = await webhookRun("ask", { dueAt: new Date(now().getTime() + 3_600_000) });
    const ended = await webhookRun("ask", { status: "cancelled" });
    expect(await performRun(storeId, later.run.id)).toEqual({ again: later.run.dueAt });
    for (const id of [ended.run.id, "run_unknown"])
      expect(await performRun(storeId, id)).toEqual({ again: null });
    expect(deliveries()).toBe(0);
  });

  test("does not take a run from a living attempt because the clock was moved", async () => {
    const past = new Date(now().getTime() - 1_000);
    const claimedUntil = new Date(machineNow().getTime() + 10_000);
    const given = { status: "running", wakeAt: past, claimedUntil, startedAt: past } as const;
    const { run } = await webhookRun("again", given);
    const begun = { storeId, runId: run.id, number: 1, kind: "act", startedAt: past } as const;
    await db().insert(attempts).values(begun);
    const { again } = await performRun(storeId, run.id);
    expect((again?.getTime() ?? 0) - now().getTime()).toBeGreaterThan(9_000);
    expect(await attemptsOf(run.id)).toMatchObject([{ number: 1, outcome: null }]);
    expect(deliveries()).toBe(0);
  });

  test("of another store's run does nothing", async () => {
    const { run } = await webhookRun();
    const other = await makeStore();
    expect(await performRun(other.id, run.id)).toEqual({ again: null });
    expect((await runOf(run.id)).status).toBe("waiting");
  });
});

describe("when the receiver is in trouble", () => {
  test("a throttle is waited for as asked, and then it is done", async () => {
    const { run } = await webhookRun();
    answering({ status: 429, headers: { "retry-after": "1" }, times: 1 });
    const { again } = await performRun(storeId, run.id);
    const wait = (again?.getTime() ?? 0) - now().getTime();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(1_000);
    expect(await runOf(run.id)).toMatchObject({ status: "waiting", fault: "rate_limited" });
    await vi.waitUntil(async () => (await performRun(storeId, run.id)).again === null, {
      timeout: 5_000,
    });
    expect(await runOf(run.id)).toMatchObject({ status: "done", fault: null });
    expect(await attemptsOf(run.id)).toHaveLength(2);
  });

  test("a lost answer leaves it unknown, and is not sent twice", async () => {
    const { run } = await webhookRun("ask");
    answering({ kind: "reset", applied: true, times: 1 });
    expect(await performRun(storeId, run.id)).toEqual({ again: null });
    expect(await runOf(run.id)).toMatchObject({ status: "unknown", fault: "unknown" });
    expect(await performRun(storeId, run.id)).toEqual({ again: null });
    expect(deliveries()).toBe(1);
  });

  test("a lost answer is asked for again where the receiver knows repetitions", async () => {
    const { run } = await webhookRun("again");
    answering({ kind: "reset", applied: true, times: 1 });
    expect((await performRun(storeId, run.id)).again).not.toBeNull();
    expect((await runOf(run.id)).status).toBe("waiting");
  });

  test("410 pauses the integration, and its next run fails without asking", async () => {
    const { run, integration } = await webhookRun();
    answering({ status: 410, times: 1 });
    await performRun(storeId, run.id);
    expect(await runOf(run.id)).toMatchObject({ status: "failed", fault: "config" });
    expect(await connectionOf(integration.id)).toBe("paused");
    const before = deliveries();
    await rerun(storeId, run.id);
    await performRun(storeId, run.id);
    expect(await runOf(run.id)).toMatchObject({ status: "failed", fault: "config" });
    expect(deliveries()).toBe(before);
    expect(await connectionOf(integration.id)).toBe("paused");
  });
});

describe("after a process was killed in an attempt", () => {
  async function cutOff(silence: "ask" | "again") {
    const past = new Date(now().getTime() - 1_000);
    const given = { status: "running", wakeAt: past, claimedUntil: past, startedAt: past } as const;
    const { run } = await webhookRun(silence, given);
    const begun = { storeId, runId: run.id, number: 1, kind: "act", startedAt: past } as const;
    await db().insert(attempts).values(begun);
    await performRun(storeId, run.id);
    return { run: await runOf(run.id), outcomes: (await attemptsOf(run.id)).map((a) => a.outcome) };
  }

  test("what may be repeated is taken over", async () => {
    const { run, outcomes } = await cutOff("again");
    expect(run.status).toBe("done");
    expect(outcomes).toEqual(["interrupted", "done"]);
  });

  test("what may not is unknown", async () => {
    const { run, outcomes } = await cutOff("ask");
    expect(run).toMatchObject({ status: "unknown", wakeAt: null, claimedUntil: null });
    expect(outcomes).toEqual(["interrupted"]);
    expect(deliveries()).toBe(0);
  });
});
