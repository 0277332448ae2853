import { expect, test } from "vitest";
import type { Build } from "./testing/fixture-app";
import { withHarness } from "./testing/harness";

const build: Build = (client, record) => [
  client.createFunction(
    { id: "over-100", triggers: [{ event: "quote", if: "event.data.total == 'high'" }] },
    ({ event }) => record("over-100", event.data.key),
  ),
  client.createFunction({ id: "every", triggers: [{ event: "quote" }] }, ({ event }) =>
    record("every", event.data.key),
  ),
  client.createFunction(
    {
      id: "idempotent",
      triggers: [{ event: "charge" }],
      idempotency: "event.data.customer + '-' + event.data.order",
    },
    ({ event }) => record("charge", event.data.order),
  ),
  client.createFunction({ id: "dedupe", triggers: [{ event: "dedupe" }] }, ({ event }) =>
    record("dedupe", event.data.key),
  ),
  client.createFunction({ id: "sender", triggers: [{ event: "send" }] }, ({ event, step }) =>
    step.sendEvent("forward", [
      { name: "received", data: { key: event.data.key, n: 1 } },
      { name: "received", data: { key: event.data.key, n: 2 } },
    ]),
  ),
  client.createFunction({ id: "receiver", triggers: [{ event: "received" }] }, ({ event }) =>
    record("received", event.data.key),
  ),
  client.createFunction({ id: "wildcard", triggers: [{ event: "app/*" }] }, ({ event }) =>
    record("wildcard", event.name),
  ),
  client.createFunction(
    { id: "twice", triggers: [{ event: "two" }, { event: "two", if: "event.data.key == 1" }] },
    ({ event }) => record("two", event.data.key),
  ),
];

const harness = withHarness(build);
const { app } = harness;

test("a trigger's condition decides", async () => {
  const low = await harness.post({ name: "quote", data: { key: "low", total: "low" } });
  const high = await harness.post({ name: "quote", data: { key: "high", total: "high" } });
  await harness.ended(low.ids[0]);
  expect(await harness.ended(high.ids[0], 2)).toHaveLength(2);
  expect(await harness.runs(low.ids[0] ?? "")).toHaveLength(1);
  expect(app.of("over-100").map(({ key }) => key)).toEqual(["high"]);
});

test("an idempotency key starts once, an incomplete one is no limit", async () => {
  const charge = (customer: string | undefined, order: string) =>
    harness.post({ name: "charge", data: { customer, order } });
  await charge("c", "1");
  await charge("c", "1");
  await charge("c", "2");
  await charge(undefined, "3");
  await charge(undefined, "3");
  await app.until("charge", "2");
  await app.until("charge", "3", 2);
  expect(app.of("charge", "1")).toHaveLength(1);
});

test("an event id starts a function once, and the sender is told all is well", async () => {
  const first = await harness.post({ name: "dedupe", data: { key: "d" }, id: "same" });
  const second = await harness.post({ name: "dedupe", data: { key: "d" }, id: "same" });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.ids).not.toEqual(first.ids);
  await harness.ended(first.ids[0]);
  expect(await harness.runs(second.ids[0] ?? "")).toEqual([]);
  const events = [1, 2, 3].map(() => ({ name: "dedupe", data: { key: "at once" }, id: "array" }));
  const { ids } = await harness.post(events);
  await harness.ended(ids[0]);
  expect(app.of("dedupe", "at once")).toHaveLength(1);
});

test("twenty requests with one event id at once start one run", async () => {
  const event = { name: "dedupe", data: { key: "flood" }, id: "flood" };
  const answers = await Promise.all(Array.from({ length: 20 }, () => harness.post(event)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  const runs = await Promise.all(answers.map(({ ids }) => harness.runs(ids[0] ?? "")));
  expect(runs.flat()).toHaveLength(1);
  await app.until("dedupe", "flood");
});

test("a repeated request gives the same ids and no second run", async () => {
  const seed = "1795501676462,BRW4mnHpgciosQ==";
  const first = await harness.post({ name: "dedupe", data: { key: "seed" } }, { seed });
  const second = await harness.post({ name: "dedupe", data: { key: "seed" } }, { seed });
  expect(second.ids).toEqual(first.ids);
  expect(await harness.ended(first.ids[0])).toHaveLength(1);
});

test("step.sendEvent starts other functions", async () => {
  const run = await harness.run("send", { key: "fwd" });
  expect((run.output as { ids: string[] }).ids).toHaveLength(2);
  await app.until("received", "fwd", 2);
});

test("an event dated later starts later", async () => {
  const sent = Date.now();
  const { ids } = await harness.post({
    name: "quote",
    data: { key: "future" },
    ts: sent + 1500,
  });
  expect(await harness.runs(ids[0] ?? "")).toMatchObject([{ status: "Scheduled" }]);
  const [entry] = await app.until("every", "future");
  expect((entry?.at ?? 0) - sent).toBeGreaterThanOrEqual(1500);
  expect((entry?.at ?? 0) - sent).toBeLessThan(2500);
});

test("a wildcard starts at every name below it", async () => {
  await harness.post({ name: "app/user.created" });
  await app.until("wildcard", "app/user.created");
});

test("two triggers that both fit start one run", async () => {
  const { ids } = await harness.post({ name: "two", data: { key: 1 } });
  expect(await harness.ended(ids[0])).toHaveLength(1);
});

test.each([
  ["a reserved name", { name: "inngest/function.failed", data: {} }],
  ["an empty name", { name: "", data: {} }],
  ["data that is no object", { name: "quote", data: [1] }],
  ["a moment out of range", { name: "quote", data: {}, ts: 1 }],
  ["no JSON", "{"],
  ["an event over 3 MiB", { name: "quote", data: { text: "x".repeat(3 * 1024 * 1024 + 1) } }],
  ["more than 5000 events", Array.from({ length: 5001 }, () => ({ name: "quote" }))],
  [
    "one wrong event among good ones",
    [{ name: "quote", data: { key: "good" } }, { name: "inngest/x" }],
  ],
  ["data nested too deeply", `{"name":"quote","data":${'{"a":'.repeat(5000)}1${"}".repeat(5001)}`],
])("%s is refused", async (_, body) => {
  const answer = await harness.post(body);
  expect(answer).toMatchObject({ status: 400, error: expect.any(String) });
  expect(app.of("every", "good")).toEqual([]);
});

test("5000 events in one request are taken, each with an id of its own", async () => {
  const events = Array.from({ length: 5000 }, (_, key) => ({ name: "no listener", data: { key } }));
  const { status, ids } = await harness.post(events);
  expect([status, new Set(ids).size]).toEqual([200, 5000]);
});

test("keys are demanded", async () => {
  const wrong = await harness.post({ name: "quote" }, { key: "wrong" });
  expect(wrong).toMatchObject({ status: 401, error: "Event key not found" });
  const unsigned = await fetch(`${app.url}?fnId=${app.id}-every&stepId=step`, { method: "POST" });
  expect(unsigned.status).toBe(401);
});
