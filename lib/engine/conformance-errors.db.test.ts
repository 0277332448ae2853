import { NonRetriableError, RetryAfterError } from "inngest";
import { expect, test } from "vitest";
import type { Build } from "./testing/fixture-app";
import { withHarness } from "./testing/harness";

class CustomError extends Error {
  override name = "CustomError";
}

const build: Build = (client, record) => {
  const named = (id: string, more: object = {}) => ({ id, triggers: [{ event: id }], ...more });
  return [
    client.createFunction(named("step-retry"), ({ event, step, attempt }) =>
      step.run("flaky", () => {
        record("flaky", event.data.key, { attempt });
        if (attempt < 2) throw new Error(`attempt ${attempt}`);
        return "third";
      }),
    ),
    client.createFunction(named("caught", { retries: 1 }), async ({ event, step, attempt }) => {
      try {
        await step.run("broken", () => {
          record("broken", event.data.key, { attempt });
          throw new CustomError("bad thing", { cause: new Error("the cause") });
        });
      } catch (error) {
        if (!(error instanceof Error)) return "not an error";
        const cause = error.cause instanceof Error ? error.cause.message : error.cause;
        return await step.run("after", () => ({ name: error.name, message: error.message, cause }));
      }
    }),
    client.createFunction(
      named("uncaught", {
        retries: 0,
        onFailure: ({ event, error }: { event: { data: { event: unknown } }; error: Error }) => {
          record("onFailure", error.message, { value: event.data.event });
        },
      }),
      ({ step }) =>
        step.run("broken", () => {
          throw new RangeError("boom");
        }),
    ),
    client.createFunction(named("final", { retries: 3 }), ({ event, step, attempt }) =>
      step.run("final", () => {
        record("final", event.data.key, { attempt });
        throw new NonRetriableError("never again");
      }),
    ),
    client.createFunction(named("later"), ({ event, step, attempt }) =>
      step.run("later", () => {
        record("later", event.data.key, { attempt });
        if (attempt === 0) throw new RetryAfterError("in two seconds", 2000);
        return "ok";
      }),
    ),
    client.createFunction(named("default-retries"), ({ event, attempt }) => {
      record("default-retries", event.data.key, { attempt });
      throw new Error("always");
    }),
    client.createFunction(named("function-level"), ({ event, attempt }) => {
      record("function-level", event.data.key, { attempt });
      if (attempt === 0) throw new Error("once");
      return "second";
    }),
    client.createFunction(named("after-caught", { retries: 1 }), async ({ step }) => {
      await step
        .run("broken", () => {
          throw new Error("inner");
        })
        .catch(() => null);
      throw new NonRetriableError("outer");
    }),
    client.createFunction(
      named("failing-handler", {
        retries: 0,
        onFailure: ({ attempt }: { attempt: number }) => {
          record("failing-handler", "handler", { attempt });
          throw new Error("handler too");
        },
      }),
      () => {
        throw new Error("first");
      },
    ),
    client.createFunction(
      { id: "watch-ends", triggers: [{ event: "inngest/function.finished" }] },
      ({ event }) => {
        record("finished", event.data.function_id, { value: event.data });
      },
    ),
  ];
};

const harness = withHarness(build);
const { app } = harness;

test("a failing step is tried again, and told which attempt it is", async () => {
  const run = await harness.run("step-retry", { key: 1 });
  expect(run).toMatchObject({ status: "Completed", output: "third" });
  expect(app.of("flaky", 1).map(({ attempt }) => attempt)).toEqual([0, 1, 2]);
});

test("the error of a step can be caught, with its name, message and cause", async () => {
  const run = await harness.run("caught", { key: 1 });
  expect(run.output).toEqual({ name: "CustomError", message: "bad thing", cause: "the cause" });
  expect(app.of("broken", 1)).toHaveLength(2);
});

test("an uncaught error fails the run and calls onFailure once, with the original event", async () => {
  const run = await harness.run("uncaught", { key: "original" });
  expect(run).toMatchObject({ status: "Failed", output: { name: "RangeError", message: "boom" } });
  const [entry] = await app.until("onFailure", "boom");
  expect(entry?.value).toMatchObject({ name: "uncaught", data: { key: "original" } });
  expect(app.of("onFailure", "boom")).toHaveLength(1);
});

test("NonRetriableError ends the attempts", async () => {
  const run = await harness.run("final", { key: 1 });
  expect(run).toMatchObject({ status: "Failed", output: { message: "never again" } });
  expect(app.of("final", 1)).toHaveLength(1);
});

test("RetryAfterError sets the moment of the next attempt", async () => {
  const run = await harness.run("later", { key: 1 });
  expect(run.status).toBe("Completed");
  const [first, second] = app.of("later", 1);
  const waited = (second?.at ?? 0) - (first?.at ?? 0);
  expect(waited).toBeGreaterThanOrEqual(1950);
  expect(waited).toBeLessThan(3500);
});

test("without a number of retries there are five attempts", async () => {
  const run = await harness.run("default-retries", { key: 1 });
  expect(run.status).toBe("Failed");
  expect(app.of("default-retries", 1).map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3, 4]);
});

test("an error outside of steps is tried again", async () => {
  const run = await harness.run("function-level", { key: 1 });
  expect(run).toMatchObject({ status: "Completed", output: "second" });
});

test("an error thrown after a caught one is the run's error", async () => {
  const run = await harness.run("after-caught", { key: 1 });
  expect(run).toMatchObject({ status: "Failed", output: { message: "outer" } });
});

test("an onFailure that fails itself is tried twice and tells nobody", async () => {
  await harness.run("failing-handler", { key: 1 });
  const attempts = await app.until("failing-handler", "handler", 2);
  expect(attempts.map(({ attempt }) => attempt)).toEqual([0, 1]);
  await harness.run("function-level", { key: "later" });
  await app.until("finished", `${app.id}-function-level`, 2);
  expect(app.of("failing-handler", "handler")).toHaveLength(2);
  expect(app.of("finished", `${app.id}-failing-handler-failure`)).toEqual([]);
});

test("the end of a run is told with its result or error", async () => {
  const completed = await harness.run("step-retry", { key: 2 });
  await app.until("finished", `${app.id}-step-retry`, 2);
  const told = app.of("finished", `${app.id}-step-retry`).map(({ value }) => value);
  expect(told).toContainEqual(
    expect.objectContaining({ run_id: completed.run_id, result: "third" }),
  );
  const [failed] = await app.until("finished", `${app.id}-uncaught`);
  expect(failed?.value).toMatchObject({ error: { error: "RangeError: boom", name: "RangeError" } });
});
