import { expect, test } from "vitest";
import { readDefinition, readDefinitions } from "./registration";

const config = (more: object = {}) => ({
  id: "app-fn",
  name: "fn",
  triggers: [{ event: "e" }],
  steps: {
    step: {
      id: "step",
      name: "step",
      runtime: { type: "http", url: "http://localhost/api/inngest?fnId=app-fn&stepId=step" },
    },
  },
  ...more,
});

test("a function's limits are read", () => {
  const definition = readDefinition(
    config({
      throttle: { limit: 5, period: "1m", key: "event.data.lane" },
      concurrency: [{ limit: 2, key: "event.data.lane" }, { limit: 10 }],
      cancel: [{ event: "stop", if: "async.data.id == event.data.id", timeout: "4w2d" }],
    }),
  );
  expect(definition.maxAttempts).toBe(5);
  expect(definition.throttle).toMatchObject({ limit: 5, periodMs: 60_000, burst: 0 });
  expect(definition.concurrency.map(({ limit }) => limit)).toEqual([2, 10]);
  expect(definition.cancels).toEqual([
    { event: "stop", path: ["data", "id"], own: ["data", "id"], timeoutMs: 30 * 86_400_000 },
  ]);
});

test.each([
  ["batchEvents", { batchEvents: { maxSize: 2, timeout: "1s" } }],
  ["debounce", { debounce: { period: "1s" } }],
  ["priority", { priority: { run: "1" } }],
  ["rateLimit", { rateLimit: { limit: 1, period: "1s" } }],
  ["singleton", { singleton: { mode: "skip" } }],
  ["timeouts", { timeouts: { start: "1s" } }],
  ['scope "env"', { concurrency: { limit: 1, scope: "env", key: "'a'" } }],
  ["must use match", { cancel: [{ event: "stop" }] }],
  ["must use match", { cancel: [{ event: "stop", if: "async.data.id == 'x'" }] }],
  ["jitter", { triggers: [{ cron: "* * * * *", jitter: "5s" }] }],
  ["five fields", { triggers: [{ cron: "@daily" }] }],
  ['throttle period "soon"', { throttle: { limit: 1, period: "soon" } }],
  ["expression", { idempotency: "event.data.a > 1" }],
  ['runtime "ws"', { steps: { step: { runtime: { type: "ws", url: "ws://x" } } } }],
  ["brandNew", { brandNew: true }],
  ['trigger "a*b"', { triggers: [{ event: "a*b" }] }],
])("%s is refused by name", (named, more) => {
  expect(() => readDefinition(config(more))).toThrow(named);
});

test("one refused function does not stop the others", () => {
  const read = readDefinitions([config(), { ...config({ debounce: {} }), id: "app-bad" }]);
  expect(read.definitions.map(({ id }) => id)).toEqual(["app-fn"]);
  expect(read.refusals).toEqual([{ functionId: "app-bad", reason: "debounce not supported" }]);
});
