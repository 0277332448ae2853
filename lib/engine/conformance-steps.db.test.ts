import { expect, test, vi } from "vitest";
import type { Build } from "./testing/fixture-app";
import { withHarness } from "./testing/harness";

const build: Build = (client, record) => [
  client.createFunction({ id: "plain", triggers: [{ event: "plain" }] }, ({ event }) => ({
    hello: event.data.key,
  })),
  client.createFunction(
    { id: "serial", triggers: [{ event: "serial" }] },
    async ({ event, step }) => {
      const { key } = event.data;
      const first = await step.run("load", () => {
        record("load", key);
        return { n: 1 };
      });
      await step.sleep("nap", "1s");
      const second = await step.run("load", () => {
        record("load again", key);
        return first.n + 1;
      });
      await step.sleepUntil("past", "2020-01-01T00:00:00Z");
      return await step.run("end", () => second + 1);
    },
  ),
  client.createFunction(
    { id: "parallel", triggers: [{ event: "parallel" }] },
    async ({ event, step }) => {
      const one = (name: string) =>
        step.run(name, () => {
          record(name, event.data.key);
          return name;
        });
      const [a, b] = await Promise.all([one("a"), one("b"), step.sleep("nap", "1s")]);
      return [a, b, await one("a")];
    },
  ),
  client.createFunction(
    { id: "chains", triggers: [{ event: "chains" }] },
    async ({ event, step }) => {
      const chain = async (name: string) => {
        const first = await step.run(`${name} 1`, () => 1);
        await step.sleep(`${name} nap`, "1s");
        return await step.run(`${name} 2`, () => {
          record(name, event.data.key);
          return first + 1;
        });
      };
      const results = await Promise.allSettled([
        chain("x"),
        chain("y"),
        step.run("broken", () => {
          throw new Error("no");
        }),
      ]);
      return results.map(({ status }) => status);
    },
  ),
  client.createFunction(
    { id: "race", triggers: [{ event: "race" }] },
    async ({ event, step, group }) => {
      const winner = await group.parallel({ mode: "race" }, async () =>
        Promise.race([
          step.run("quick", () => "quick"),
          step.sleep("slow", "2s").then(() => "slow"),
        ]),
      );
      return await step.run("after", () => {
        record("after", event.data.key);
        return winner;
      });
    },
  ),
  client.createFunction({ id: "values", triggers: [{ event: "values" }] }, async ({ step }) => ({
    nothing: await step.run("nothing", () => undefined),
    empty: await step.run("null", () => null),
    text: await step.run("text", () => "zażółć \u0000 \ud83d\ude00 \u2028"),
    large: (await step.run("large", () => "x".repeat(1_000_000))).length,
    wrapped: await step.run("wrapped", () => ({ data: 1 })),
  })),
  client.createFunction({ id: "huge", triggers: [{ event: "huge" }], retries: 0 }, ({ step }) =>
    step.run("huge", () => "x".repeat(5 * 1024 * 1024)),
  ),
];

const harness = withHarness(build);

test("a function's result is kept", async () => {
  const run = await harness.run("plain", { key: "k" });
  expect(run).toMatchObject({ status: "Completed", output: { hello: "k" } });
});

test("steps run once and in order, sleeps last, a past moment wakes at once, a repeated id is a step of its own", async () => {
  const run = await harness.run("serial", { key: "s" });
  expect(run).toMatchObject({ status: "Completed", output: 3 });
  const [load, again] = [harness.app.of("load", "s"), harness.app.of("load again", "s")];
  expect([load.length, again.length]).toEqual([1, 1]);
  const slept = (again[0]?.at ?? 0) - (load[0]?.at ?? 0);
  expect(slept).toBeGreaterThanOrEqual(1000);
  expect(slept).toBeLessThan(1800);
});

test("parallel steps run once each and meet again", async () => {
  const run = await harness.run("parallel", { key: "p" });
  expect(run).toMatchObject({ status: "Completed", output: ["a", "b", "a"] });
  expect(harness.app.of("a", "p")).toHaveLength(2);
  expect(harness.app.of("b", "p")).toHaveLength(1);
});

test("chains run side by side, one that fails does not stop the others", async () => {
  const run = await harness.run("chains", { key: "c" });
  expect(run.output).toEqual(["fulfilled", "fulfilled", "rejected"]);
  expect(harness.app.of("x", "c")).toHaveLength(1);
  expect(harness.app.of("y", "c")).toHaveLength(1);
});

test("a race goes on with its winner", async () => {
  const run = await harness.run("race", { key: "r" });
  expect(run).toMatchObject({ status: "Completed", output: "quick" });
  expect(harness.app.of("after", "r")).toHaveLength(1);
});

test("values come back as they were", async () => {
  const run = await harness.run("values", {});
  expect(run.output).toEqual({
    nothing: null,
    empty: null,
    text: "zażółć \u0000 \ud83d\ude00 \u2028",
    large: 1_000_000,
    wrapped: { data: 1 },
  });
});

test("a result over 4 MiB fails the run", async () => {
  const run = await harness.run("huge", {});
  expect(run.status).toBe("Failed");
});

test("the SDK never opens its second channel", async () => {
  await vi.waitFor(() => expect(harness.app.requests.length).toBeGreaterThan(10));
  const contexts = harness.app.requests
    .filter(({ line }) => line.startsWith("POST"))
    .map(({ body }) => Object.keys((JSON.parse(body()) as { ctx: object }).ctx));
  expect(contexts.flat()).not.toContain("fn_id");
});
