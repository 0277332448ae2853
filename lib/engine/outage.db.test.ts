import { expect, test, vi } from "vitest";
import type { Build } from "./testing/fixture-app";
import { withHarness } from "./testing/harness";

const build: Build = (client, record) => [
  client.createFunction(
    { id: "once", triggers: [{ event: "once" }], retries: 0 },
    async ({ event, step, attempt }) => {
      await step.run("work", async () => {
        record("begins", event.data.key, { attempt });
        await new Promise((resolve) => setTimeout(resolve, event.data.ms ?? 0));
      });
      await step.run("end", () => record("ends", event.data.key));
    },
  ),
];

const harness = withHarness(build);
const { app } = harness;

const send = (key: string, ms = 0) => harness.post({ name: "once", data: { key, ms } });

test("an app that is away costs no attempt, and work goes on at once when it is back", async () => {
  await app.close();
  const { ids } = await send("away");
  await vi.waitFor(async () => {
    const health = await fetch(`${harness.target.baseUrl}/health`);
    expect(health.status).toBe(503);
    expect(await health.text()).toContain("ECONNREFUSED");
  });
  expect(app.of("begins", "away")).toEqual([]);
  await app.open();
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
  expect(app.of("begins", "away").map(({ attempt }) => attempt)).toEqual([0]);
});

test("an app that dies in a step is asked for the step again, as the same attempt", async () => {
  const { ids } = await send("dies", 500);
  await app.until("begins", "dies");
  await app.close();
  await app.open();
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
  expect(app.of("begins", "dies").map(({ attempt }) => attempt)).toEqual([0, 0]);
  expect(app.of("ends", "dies")).toHaveLength(1);
});

test.each([
  [502, "<html>Bad gateway</html>"],
  [200, "<html>Welcome to nginx</html>"],
])("a proxy's HTTP %i is no answer of the app", async (status, page) => {
  let refused = 0;
  const key = `proxy ${status}`;
  app.instead = (request, response) => {
    if (request.method === "PUT") return app.answer(request, response);
    refused++;
    response.writeHead(status, { "content-type": "text/html" }).end(page);
  };
  const { ids } = await send(key);
  await vi.waitFor(() => expect(refused).toBeGreaterThan(1), { timeout: 5000 });
  app.instead = null;
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
  expect(app.of("begins", key).map(({ attempt }) => attempt)).toEqual([0]);
});

test("whether the app is there is asked on a new connection, calls keep theirs", async () => {
  const { ids } = await send("kept");
  await harness.ended(ids[0]);
  const kept = (method: string) =>
    app.requests.filter(({ line }) => line.startsWith(method)).map((request) => request.kept);
  expect(new Set(kept("PUT"))).toEqual(new Set([false]));
  expect(new Set(kept("POST"))).toEqual(new Set([true]));
});
