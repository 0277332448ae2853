import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startForTest } from "./core/testing";
import { startEmulators } from "./server";

const TOOL = "api.getresponse.com/v3";
const KEY = { "x-auth-token": "api-key 0123456789abcdef0123456789abcdef" };

let world: Awaited<ReturnType<typeof startForTest>>;
beforeEach(async () => {
  world = await startForTest();
});
afterEach(() => world.emulators.stop());

const campaigns = () => world.ask(`GET ${TOOL}/campaigns`, KEY);
const fault = (...faults: object[]) => world.ask("POST _control/getresponse", {}, { faults });

describe("forced faults", () => {
  test("hold for their number of calls, on matching calls only", async () => {
    await fault({
      status: 503,
      times: 2,
      method: "get",
      path: "/campaigns",
      headers: { "retry-after": "7" },
    });
    expect((await world.ask(`GET ${TOOL}/accounts`, KEY)).status).toBe(200);
    const answer = await campaigns();
    expect([answer.status, answer.headers.get("retry-after"), answer.text]).toEqual([503, "7", ""]);
    expect([(await campaigns()).status, (await campaigns()).status]).toEqual([503, 200]);
  });

  test("without a status or body the genuine answer only comes late", async () => {
    await fault({ latencyMs: 100, times: 1, headers: { "x-late": "yes" } });
    const startedAt = performance.now();
    const { status, headers } = await campaigns();
    expect([status, headers.get("x-late")]).toEqual([200, "yes"]);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(99);
  });

  test("hold until cleared without a number", async () => {
    await fault({ status: 500, body: { broken: true } });
    expect([(await campaigns()).status, (await campaigns()).body]).toEqual([500, { broken: true }]);
    await world.ask("POST _control/getresponse", {}, { clearFaults: true });
    expect((await campaigns()).status).toBe(200);
  });

  test("an HTML page, an empty body, half a JSON, a redirect", async () => {
    await fault({ kind: "html", times: 1 }, { kind: "empty", times: 1 });
    await fault(
      { kind: "truncated", times: 1 },
      { kind: "redirect", times: 1, location: "https://x.example/" },
    );
    const html = await campaigns();
    expect([html.status, html.headers.get("content-type")]).toEqual([502, "text/html"]);
    expect(await campaigns()).toMatchObject({ status: 200, text: "" });
    const half = await campaigns();
    expect([half.status, half.body, half.text.startsWith('[{"campaignId"')]).toEqual([
      200,
      undefined,
      true,
    ]);
    const moved = await campaigns();
    expect([moved.status, moved.headers.get("location")]).toEqual([302, "https://x.example/"]);
  });

  test("a reset, a body cut off and a silent connection fail on the wire", async () => {
    await fault({ kind: "reset", times: 1 });
    await expect(campaigns()).rejects.toThrow();
    await fault({ kind: "dropped", times: 1 });
    await expect(campaigns()).rejects.toThrow();
    await fault({ kind: "hang", times: 1 });
    const silent = fetch(`${world.emulators.origin}/${TOOL}/campaigns`, {
      headers: KEY,
      signal: AbortSignal.timeout(100),
    });
    await expect(silent).rejects.toThrow(/timeout/i);
  });

  test("a huge body is as long as asked", async () => {
    await fault({ kind: "huge", times: 1, bytes: 1_000_000 });
    expect((await campaigns()).text.length).toBeGreaterThanOrEqual(1_000_000);
  });

  test("the vendor's own 429 and errors by name; an unknown name is refused", async () => {
    await fault({ kind: "throttle", times: 1 }, { kind: "documented", name: "1016", times: 1 });
    expect(await campaigns()).toMatchObject({ status: 429, body: { code: 1015 } });
    expect(await campaigns()).toMatchObject({ status: 403, body: { code: 1016 } });
    expect(await fault({ kind: "documented", name: "nonsense" })).toMatchObject({ status: 400 });
  });

  test("applied: the call takes effect though its answer is lost", async () => {
    const [campaign] = (await campaigns()).body as [{ campaignId: string }];
    await fault({ kind: "reset", times: 1, method: "POST", applied: true });
    const post = () =>
      world.ask(`POST ${TOOL}/contacts`, KEY, { email: "jan@poczta.example", campaign });
    await expect(post()).rejects.toThrow();
    expect((await post()).status).toBe(409);
  });
});

describe("webhooks", () => {
  test("any host takes any method and keeps the raw body", async () => {
    const raw = '{"a": "zażółć" , "b":1}';
    const answer = await world.ask(
      "PUT sklep.example:8443/hook?x=a%20b",
      { "webhook-id": "w1" },
      raw,
    );
    expect(answer).toMatchObject({ status: 200, text: "ok" });
    expect(world.emulators.state().webhooks?.deliveries).toEqual([
      expect.objectContaining({
        host: "sklep.example:8443",
        url: "https://sklep.example:8443/hook?x=a%20b",
        method: "PUT",
        headers: expect.objectContaining({ "webhook-id": "w1" }),
        body: raw,
        at: "2026-11-24T09:00:00.000Z",
      }),
    ]);
  });

  test("a refused delivery is kept as well", async () => {
    world.emulators.control("webhooks", { faults: [{ status: 500, path: "sklep.example" }] });
    expect((await world.ask("POST sklep.example/a", {}, {})).status).toBe(500);
    expect(world.emulators.state().webhooks?.deliveries).toHaveLength(1);
  });

  test("Make and Zapier answer as themselves; a Make hook named off… is 410", async () => {
    expect((await world.ask("POST hook.eu2.make.com/abc123", {}, {})).text).toBe("Accepted");
    expect(await world.ask("POST hook.eu2.make.com/off-abc", {}, {})).toMatchObject({
      status: 410,
      text: "There is no scenario listening for this webhook.",
    });
    const zapier = await world.ask("POST hooks.zapier.com/hooks/catch/1/abc/", {}, {});
    expect(zapier.body).toMatchObject({ status: "success", request_id: expect.any(String) });
  });
});

describe("doors", () => {
  test("wrong controls are refused with the reason", async () => {
    const unknown = await world.ask("POST _control/nothing", {}, {});
    expect(unknown).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("getresponse") },
    });
    expect((await world.ask("POST _control/getresponse", {}, { nonsense: 1 })).status).toBe(400);
    expect((await world.ask("POST _control/getresponse", {}, "{")).status).toBe(400);
    expect((await world.ask("GET _control/getresponse", {})).status).toBe(405);
    expect((await world.ask("GET nothing", {})).status).toBe(404);
  });

  test("the page and what it loads", async () => {
    const { text, headers } = await world.ask("GET ", {});
    expect(headers.get("content-type")).toMatch(/^text\/html/);
    const files = [...text.matchAll(/(?:href|src)="(\/_page[^"]+)"/g)].map(([, file]) => file);
    expect(files).toHaveLength(2);
    for (const file of [...files, "/_page/views.js", "/_page/geist.woff2"]) {
      expect((await world.ask(`GET ${file?.slice(1)}`, {})).status).toBe(200);
    }
  });

  test("a tool is found by any host it serves", async () => {
    const { body } = await world.ask("POST _control/api3.getresponse360.com", {}, {});
    expect(body).toMatchObject({ tool: "getresponse" });
  });

  test("a limit can be set, lifted and given back", async () => {
    const limit = (rateLimit: unknown) => world.ask("POST _control/getresponse", {}, { rateLimit });
    await limit({ requests: 1, perMs: 5_000 });
    expect([(await campaigns()).status, (await campaigns()).status]).toEqual([200, 429]);
    world.pass(5_000);
    expect((await campaigns()).status).toBe(200);
    await limit("off");
    expect((await campaigns()).status).toBe(200);
  });

  test("the log keeps the last requests in order, by tool", async () => {
    await campaigns();
    world.pass(5);
    await world.ask("POST hook.eu2.make.com/abc?x=1", {}, {});
    const { body } = await world.ask("GET _log?tool=getresponse", {});
    expect(body).toEqual([
      {
        tool: "getresponse",
        method: "GET",
        host: "api.getresponse.com",
        path: "/v3/campaigns",
        status: 200,
        at: Date.UTC(2026, 10, 24, 9),
        ms: expect.any(Number),
      },
    ]);
    expect(world.emulators.log(undefined, 1)).toEqual([
      expect.objectContaining({ path: "/abc?x=1" }),
    ]);
  });

  test("reset brings the seeded data back", async () => {
    const before = world.emulators.state().getresponse;
    world.emulators.control("getresponse", { addLists: [{ name: "Nowa" }], latencyMs: 5 });
    expect(world.emulators.state().getresponse).not.toEqual(before);
    await world.ask("POST _control/reset", {});
    expect(world.emulators.state().getresponse).toEqual(before);
  });
});

describe("persistence", () => {
  test("a restart goes on where the last one stopped; an unreadable file starts anew", async () => {
    const data = await mkdtemp(join(tmpdir(), "emulators-"));
    const first = await startEmulators({ data });
    first.control("getresponse", { addLists: [{ name: "Przetrwa" }], keys: { onlyListed: true } });
    const before = first.state().getresponse;
    await first.stop();
    const second = await startEmulators({ data });
    expect(second.state().getresponse).toEqual(before);
    await second.stop();
    await writeFile(join(data, "getresponse.json"), '{"version":1,');
    const third = await startEmulators({ data });
    expect(JSON.stringify(third.state().getresponse)).not.toContain("Przetrwa");
    await third.stop();
    await rm(data, { recursive: true });
  });
});
