import { expect, test, vi } from "vitest";
import type { Build } from "./testing/fixture-app";
import { withHarness } from "./testing/harness";

const build: Build = (client, record) => [
  client.createFunction(
    {
      id: "waits",
      triggers: [{ event: "wait" }],
      cancelOn: [
        { event: "stop", match: "data.id" },
        { event: "stop-soon", match: "data.id", timeout: "1s" },
      ],
      onFailure: () => record("onFailure", "waits"),
    },
    async ({ event, step }) => {
      await step.run("begin", () => record("begin", event.data.id));
      await step.sleep("long", event.data.sleep);
      await step.run("woke", () => record("woke", event.data.id));
    },
  ),
  client.createFunction(
    {
      id: "busy",
      triggers: [{ event: "busy" }],
      cancelOn: [{ event: "stop", match: "data.id" }],
    },
    async ({ event, step }) => {
      await step.run("slow", async () => {
        record("slow", event.data.id);
        await new Promise((resolve) => setTimeout(resolve, 1000));
      });
      await step.run("next", () => record("next", event.data.id));
    },
  ),
  client.createFunction(
    { id: "watch", triggers: [{ event: "inngest/function.cancelled" }] },
    ({ event }) => record("cancelled", event.data.run_id),
  ),
];

const harness = withHarness(build);
const { app } = harness;

const wait = (id: string | undefined, sleep = "30s") =>
  harness.post({ name: "wait", data: { id, sleep } });

test("an event that matches ends a sleeping run, and that one only", async () => {
  const [one, other] = [await wait("one"), await wait("other", "2s")];
  await app.until("begin", "one");
  await harness.post({ name: "stop", data: { id: "one" } });
  const [run] = await harness.ended(one.ids[0]);
  expect(run?.status).toBe("Cancelled");
  await app.until("cancelled", run?.run_id);
  const [kept] = await harness.ended(other.ids[0]);
  expect(kept?.status).toBe("Completed");
  expect(app.of("woke").map(({ key }) => key)).toEqual(["other"]);
  expect(app.of("onFailure")).toEqual([]);
});

test("an event that matches ends a run that is dated ahead, before it begins", async () => {
  const ts = Date.now() + 1500;
  const ahead = (id: string) => harness.post({ name: "wait", data: { id, sleep: "10ms" }, ts });
  const [dropped, kept] = [await ahead("dropped"), await ahead("dated")];
  await harness.post({ name: "stop", data: { id: "dropped" } });
  const [run] = await harness.ended(dropped.ids[0]);
  expect(run?.status).toBe("Cancelled");
  await harness.ended(kept.ids[0]);
  expect(app.of("begin").map(({ key }) => key)).not.toContain("dropped");
});

test("an event that came before the run does not end it", async () => {
  await harness.post({ name: "stop", data: { id: "late" } });
  const { ids } = await wait("late", "1s");
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
});

test("in one request an event ends the runs of events before it, not of those behind it", async () => {
  const start = (id: string) => ({ name: "wait", data: { id, sleep: "1s" } });
  const stop = (id: string) => ({ name: "stop", data: { id } });
  const { ids } = await harness.post([start("a"), stop("a"), stop("b"), start("b")]);
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Cancelled" }]);
  expect(await harness.ended(ids[3])).toMatchObject([{ status: "Completed" }]);
});

test("past its timeout a cancellation no longer holds", async () => {
  const { ids } = await wait("timeout", "2s");
  await app.until("begin", "timeout");
  await new Promise((resolve) => setTimeout(resolve, 1200)); // the timeout itself is under test
  await harness.post({ name: "stop-soon", data: { id: "timeout" } });
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
});

test("a missing attribute on both sides counts as equal", async () => {
  const [without, withId] = [await wait(undefined), await wait("present", "2s")];
  await app.until("begin", undefined, 2);
  await harness.post({ name: "stop", data: {} });
  expect(await harness.ended(without.ids[0])).toMatchObject([{ status: "Cancelled" }]);
  expect(await harness.ended(withId.ids[0])).toMatchObject([{ status: "Completed" }]);
});

test("the result of a step that was running is dropped, and nothing follows it", async () => {
  const { ids } = await harness.post({ name: "busy", data: { id: "busy" } });
  await app.until("slow", "busy");
  await harness.post({ name: "stop", data: { id: "busy" } });
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Cancelled" }]);
  await new Promise((resolve) => setTimeout(resolve, 1500)); // the running step needs a second
  expect(app.of("next", "busy")).toEqual([]);
});

test("a run can be ended by its id", async () => {
  const { ids } = await wait("by id");
  await app.until("begin", "by id");
  const [run] = await harness.runs(ids[0] ?? "");
  const path = `/v1/runs/${run?.run_id}`;
  expect((await harness.api(path, "DELETE")).ok).toBe(true);
  await vi.waitFor(async () =>
    expect(await (await harness.api(path)).json()).toMatchObject({ data: { status: "Cancelled" } }),
  );
});
