import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startForTest } from "../core/testing";

const HOST = "api.getresponse.com/v3";
const HEADERS = { "x-auth-token": "api-key 0123456789abcdef0123456789abcdef" };

let world: Awaited<ReturnType<typeof startForTest>>;
beforeAll(async () => {
  world = await startForTest();
});
beforeEach(() => world.emulators.reset());
afterAll(() => world.emulators.stop());

const ask = (request: string, body?: unknown, headers: Record<string, string> = HEADERS) =>
  world.ask(request.replace(" ", ` ${HOST}`), headers, body);
const control = (change: Parameters<typeof world.emulators.control>[1]) =>
  world.emulators.control("getresponse", change);

const campaignsOf = z.array(z.object({ campaignId: z.string(), name: z.string() }));
async function campaignNamed(name: string): Promise<string> {
  const { body } = await ask("GET /campaigns?perPage=1000");
  const found = campaignsOf.parse(body).find((campaign) => campaign.name === name);
  return found?.campaignId ?? "";
}
const contactsOf = z.array(z.object({ contactId: z.string(), email: z.string() }));
async function contactsIn(campaign: string, email: string, exact = true) {
  const query = new URLSearchParams({ "query[email]": email, "query[campaignId]": campaign });
  if (exact) query.set("additionalFlags", "exactMatch");
  return contactsOf.parse((await ask(`GET /contacts?${query}`)).body);
}
const add = (campaignId: string, email: string, more = {}) =>
  ask("POST /contacts", { email, campaign: { campaignId }, ...more });

describe("credentials", () => {
  test("the account answers to a key behind its prefix", async () => {
    const { status, body } = await ask("GET /accounts");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      email: "sklep@poczta.example",
      timeZone: { name: "Europe/Warsaw" },
    });
  });

  test.each([
    ["no header", {}],
    ["no prefix", { "x-auth-token": "0123456789abcdef" }],
    ["a bad key", { "x-auth-token": "api-key bad-0123456789abcdef" }],
  ])("%s: 401 code 1014", async (_, headers: Record<string, string>) => {
    const { status, body } = await ask("GET /accounts", undefined, headers);
    expect(status).toBe(401);
    expect(body).toMatchObject({ httpStatus: 401, code: 1014, uuid: expect.any(String) });
  });

  test("a key can be revoked and restored", async () => {
    control({ keys: { revoke: ["0123456789abcdef0123456789abcdef"] } });
    expect((await ask("GET /campaigns")).status).toBe(401);
    control({ keys: { restore: ["0123456789abcdef0123456789abcdef"] } });
    expect((await ask("GET /campaigns")).status).toBe(200);
  });

  test("MAX needs its domain and has its own account", async () => {
    const max = (headers: object) =>
      world.ask("GET api3.getresponse360.pl/v3/accounts", { ...HEADERS, ...headers });
    expect(await max({})).toMatchObject({ status: 404, body: { code: 1024 } });
    const { body } = await max({ "x-domain": "szkola.example" });
    expect(body).toMatchObject({ email: "sklep@szkola.example" });
  });
});

describe("campaigns", () => {
  test("page to the end with the counts in headers", async () => {
    const seen = new Set<string>();
    for (const page of [1, 2, 3]) {
      const { body, headers } = await ask(`GET /campaigns?perPage=60&page=${page}`);
      expect(headers.get("totalcount")).toBe("134");
      expect(headers.get("totalpages")).toBe("3");
      for (const { campaignId } of campaignsOf.parse(body)) seen.add(campaignId);
    }
    expect(seen.size).toBe(134);
    expect((await ask("GET /campaigns?perPage=60&page=4")).body).toEqual([]);
  });

  test("fields keep the id, sorting goes by name", async () => {
    const { body } = await ask("GET /campaigns?fields=name&perPage=2&sort[name]=ASC");
    expect(body).toEqual([
      { campaignId: expect.any(String), name: "Abonament roczny — jesień 2025" },
      { campaignId: expect.any(String), name: "Abonament roczny — jesień 2026" },
    ]);
  });

  test("one campaign tells its opt-in; an unknown one is 1013", async () => {
    const id = await campaignNamed("Zapisy z potwierdzeniem");
    expect((await ask(`GET /campaigns/${id}`)).body).toMatchObject({
      optinTypes: { api: "double" },
    });
    expect(await ask("GET /campaigns/none")).toMatchObject({ status: 404, body: { code: 1013 } });
  });
});

describe("adding", () => {
  test("202 without a body, found only after the queue", async () => {
    const campaign = await campaignNamed("Lista Mailingowa");
    const answer = await add(campaign, "Jan+Kurs@poczta.example", { name: "Jan", dayOfCycle: "0" });
    expect(answer).toMatchObject({ status: 202, text: "" });
    expect(await contactsIn(campaign, "jan+kurs@poczta.example")).toEqual([]);
    world.pass(301);
    expect(await contactsIn(campaign, "jan+kurs@poczta.example")).toHaveLength(1);
  });

  test("409 code 1008 while queued and after; another campaign takes the same address", async () => {
    const campaign = await campaignNamed("Lista Mailingowa");
    await add(campaign, "jan@poczta.example");
    expect(await add(campaign, "jan@poczta.example")).toMatchObject({
      status: 409,
      body: { code: 1008 },
    });
    world.pass(301);
    expect((await add(campaign, "JAN@poczta.example")).status).toBe(409);
    expect(
      (await add(await campaignNamed("Absolwenci — jesień 2026"), "jan@poczta.example")).status,
    ).toBe(202);
  });

  test("a double opt-in campaign keeps the person invisible until confirmed", async () => {
    const campaign = await campaignNamed("Zapisy z potwierdzeniem");
    expect((await add(campaign, "jan@poczta.example")).status).toBe(202);
    world.pass(301);
    expect(await contactsIn(campaign, "jan@poczta.example")).toEqual([]);
    control({ addresses: [{ email: "jan@poczta.example", state: "subscribed", list: campaign }] });
    expect(await contactsIn(campaign, "jan@poczta.example")).toHaveLength(1);
  });

  test.each([
    ["a blocked address", "zablokowany@poczta.example", {}, 400, 1002],
    ["an undeliverable address", "wypisany@poczta.example", {}, 400, 1002],
    ["a malformed address", "jan", {}, 400, 1000],
    ["an empty name", "jan@poczta.example", { name: "" }, 400, 1000],
    ["an unknown campaign", "jan@poczta.example", { campaign: { campaignId: "gone" } }, 400, 1001],
    ["no campaign", "jan@poczta.example", { campaign: {} }, 400, 1005],
  ])("%s is refused", async (_, email, more, status, code) => {
    const campaign = await campaignNamed("Lista Mailingowa");
    expect(await add(campaign, email, more)).toMatchObject({ status, body: { code } });
  });

  test("switches: plan limit, dropped queue, no way back after a deletion", async () => {
    const campaign = await campaignNamed("Lista Mailingowa");
    control({ switches: { contactLimit: 1 } });
    expect(await add(campaign, "jan@poczta.example")).toMatchObject({ body: { code: 1027 } });
    control({ switches: { contactLimit: null, queue: "drop" } });
    await add(campaign, "jan@poczta.example");
    world.pass(301);
    expect(await contactsIn(campaign, "jan@poczta.example")).toEqual([]);
    control({ switches: { queue: "apply", readdAfterDelete: "refused" } });
    control({ addresses: [{ email: "ola@poczta.example", state: "deleted", list: campaign }] });
    expect(await add(campaign, "ola@poczta.example")).toMatchObject({
      status: 400,
      body: { code: 1002 },
    });
  });
});

describe("removing", () => {
  test("the lookup is a LIKE unless told exactMatch; DELETE is 204, then 404", async () => {
    const campaign = await campaignNamed("Lista Mailingowa");
    expect((await contactsIn(campaign, "poczta.example", false)).length).toBeGreaterThan(1);
    const [contact] = await contactsIn(campaign, "kasia+kursy@poczta.example");
    expect(await ask(`DELETE /contacts/${contact?.contactId}`)).toMatchObject({
      status: 204,
      text: "",
    });
    expect(await ask(`DELETE /contacts/${contact?.contactId}`)).toMatchObject({
      status: 404,
      body: { code: 1013, context: { contactId: contact?.contactId } },
    });
    const other = await campaignNamed("Absolwenci — jesień 2026");
    expect(await contactsIn(other, "kasia+kursy@poczta.example")).toHaveLength(1);
  });
});

describe("limits", () => {
  test("rate headers stand on every reply; the 81st in a second is 429 with Retry-After", async () => {
    for (let index = 0; index < 80; index++) {
      const { status, headers } = await ask("GET /accounts");
      expect(status).toBe(200);
      expect(headers.get("x-ratelimit-remaining")).toBe(String(30_000 - index - 1));
      expect(headers.get("x-ratelimit-reset")).toBe("600 seconds");
    }
    const { status, headers, body } = await ask("GET /accounts");
    expect([status, headers.get("retry-after"), headers.get("x-ratelimit-limit")]).toEqual([
      429,
      "1",
      "80",
    ]);
    expect(body).toMatchObject({ code: 1015, context: { timeToReset: "1 seconds" } });
    world.pass(1000);
    expect((await ask("GET /accounts")).status).toBe(200);
  });

  test("an eleventh call at once is 429", async () => {
    control({ latencyMs: 200 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask("GET /accounts")));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  });
});

test("the state tells campaigns with their contacts", async () => {
  const campaign = await campaignNamed("Lista Mailingowa");
  await add(campaign, "jan@poczta.example", { name: "Jan" });
  world.pass(301);
  const state = z.object({
    campaigns: z.array(
      z.object({ id: z.string(), name: z.string(), contacts: z.array(z.unknown()) }),
    ),
  });
  const { campaigns } = state.parse(world.emulators.state().getresponse);
  expect(campaigns.find(({ id }) => id === campaign)?.contacts).toContainEqual(
    expect.objectContaining({
      email: "jan@poczta.example",
      name: "Jan",
      contactId: expect.any(String),
    }),
  );
});
