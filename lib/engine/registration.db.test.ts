import { expect, test, vi } from "vitest";
import type { Build } from "./testing/fixture-app";
import { withHarness } from "./testing/harness";

const good: Build = (client, record) => [
  client.createFunction({ id: "good", triggers: [{ event: "good" }] }, ({ event }) =>
    record("good", event.data.key),
  ),
];

const harness = withHarness(good);
const { app } = harness;

const health = async () => {
  const response = await fetch(`${harness.target.baseUrl}/health`);
  const body = (await response.json()) as { functions: number; problems: string[] };
  return { status: response.status, ...body };
};

/** As `curl -X PUT` after a deployment: the SDK asks the engine to look. */
const register = async () => {
  const response = await fetch(app.url, { method: "PUT" });
  return { status: response.status, body: (await response.json()) as { modified: boolean } };
};

test("a deployment is known at once when it says so", async () => {
  app.deploy(
    (client, record) => [
      ...good(client, record),
      client.createFunction({ id: "new", triggers: [{ event: "new" }] }, () => record("new", 1)),
    ],
    harness.target,
  );
  expect(await register()).toMatchObject({ status: 200, body: { modified: true } });
  expect(await register()).toMatchObject({ status: 200, body: { modified: false } });
  await harness.post({ name: "new" });
  await app.until("new", 1);
});

test("what the engine can't do is refused by name, and the rest goes on", async () => {
  app.deploy(
    (client, record) => [
      ...good(client, record),
      client.createFunction(
        { id: "late", triggers: [{ event: "x" }], debounce: { period: "5s" } },
        () => null,
      ),
      client.createFunction(
        { id: "picky", triggers: [{ event: "x", if: "event.data.total > 100" }] },
        () => null,
      ),
    ],
    harness.target,
  );
  await register();
  const { status, functions, problems } = await health();
  expect([status, functions]).toEqual([503, 1]);
  expect(problems).toEqual([
    `${app.id}-late: debounce not supported`,
    expect.stringContaining(`${app.id}-picky: the expression "event.data.total > 100"`),
  ]);
  await harness.post({ name: "good", data: { key: 1 } });
  await app.until("good", 1);
  app.deploy(good, harness.target);
  await register();
  expect((await health()).status).toBe(200);
});

test("a step the engine can't do fails the run with a clear error, and at once", async () => {
  app.deploy(
    (client, record) => [
      ...good(client, record),
      client.createFunction({ id: "waiter", triggers: [{ event: "waiter" }] }, ({ step }) =>
        step.waitForEvent("reply", { event: "reply", timeout: "1h" }),
      ),
    ],
    harness.target,
  );
  await register();
  const run = await harness.run("waiter", {});
  expect(run).toMatchObject({
    status: "Failed",
    output: {
      name: "EngineUnsupported",
      message: 'WaitForEvent ("reply") is not supported by the local engine',
    },
  });
});

test("a run begun before a deployment goes on with the new code", async () => {
  const version =
    (names: string[]): Build =>
    (client, record) => [
      client.createFunction({ id: "long", triggers: [{ event: "long" }] }, async ({ step }) => {
        await step.run("begin", () => record("begin", 1));
        await step.sleep("nap", "1s");
        for (const name of names) await step.run(name, () => record(name, 1));
      }),
    ];
  app.deploy(version(["old"]), harness.target);
  await register();
  const { ids } = await harness.post({ name: "long" });
  await app.until("begin", 1);
  app.deploy(version(["inserted", "renamed"]), harness.target);
  await register();
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
  expect(app.entries.slice(-3).map(({ what }) => what)).toEqual(["begin", "inserted", "renamed"]);
});

test("an app with another signing key is told apart", async () => {
  app.deploy(good, { ...harness.target, signingKey: `signkey-test-${"1".repeat(64)}` });
  await vi.waitFor(
    async () => {
      const { status, problems } = await health();
      expect(status).toBe(503);
      expect(problems[0]).toContain("signing key differs");
    },
    { timeout: 10_000 },
  );
  app.deploy(good, harness.target);
  await harness.healthy();
  const { ids } = await harness.post({ name: "good", data: { key: 2 } });
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
});

test("what is not spoken is answered 501, and nothing without the key", async () => {
  expect((await harness.api("/v1/checkpoint/1/async", "POST")).status).toBe(501);
  const anonymous = await fetch(`${harness.target.baseUrl}/v1/runs/1`);
  expect(anonymous.status).toBe(401);
  expect((await harness.api("/v1/runs/1")).status).toBe(404);
});
