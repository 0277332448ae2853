import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startForTest } from "../core/testing";

const HOST = "api.mailerlite.com/api/v2";
const HEADERS = { "x-mailerlite-apikey": "fc7b8c5b32067bcd47cafb5f475d2fe9" };

let world: Awaited<ReturnType<typeof startForTest>>;
let group = 0;
beforeAll(async () => {
  world = await startForTest();
});
beforeEach(async () => {
  world.emulators.reset();
  group = (await groups("limit=1"))[0]?.id ?? 0;
});
afterAll(() => world.emulators.stop());

const ask = (request: string, body?: unknown, headers: Record<string, string> = HEADERS) =>
  world.ask(request.replace(" ", ` ${HOST}`), headers, body);
const control = (change: Parameters<typeof world.emulators.control>[1]) =>
  world.emulators.control("mailerlite-classic", change);
const groupArray = z.array(z.object({ id: z.int(), name: z.string() }));
const groups = async (query: string) => groupArray.parse((await ask(`GET /groups?${query}`)).body);

const JAN = "jan+kurs@poczta.example";
const add = (email = JAN, more = {}, to = group) =>
  ask(`POST /groups/${to}/subscribers`, { email, ...more });
const remove = (idOrEmail: string | number, from = group) =>
  ask(`DELETE /groups/${from}/subscribers/${encodeURIComponent(idOrEmail)}`);

describe("credentials", () => {
  test.each(["/", "/me"])("%s tells the account", async (path) => {
    expect((await ask(`GET ${path}`)).body).toMatchObject({ account: { name: "Szkoła Online" } });
  });

  test.each([
    ["no key", {}, { code: 1, message: "Unauthorized" }],
    [
      "a token of the new MailerLite",
      { "x-mailerlite-apikey": "eyJ".repeat(50) },
      { code: 302, message: "API-Key Unauthorized" },
    ],
  ])("%s is 401", async (_, headers: Record<string, string>, error) => {
    expect(await ask("GET /me", undefined, headers)).toMatchObject({
      status: 401,
      body: { error },
    });
  });
});

test("groups are bare arrays that page by offset until a short one", async () => {
  const ids = new Set<number>();
  for (let offset = 0, page = [0, 0, 0]; page.length > 0; offset += 10) {
    page = (await groups(`limit=10&offset=${offset}`)).map(({ id }) => id);
    for (const id of page) ids.add(id);
  }
  expect(ids.size).toBe(32);
  expect((await ask("POST /groups/search", { group_name: "webinar" })).body).not.toHaveLength(0);
  expect((await ask("POST /groups", { name: "Nowa" })).status).toBe(201);
});

describe("adding", () => {
  test("creates, then adds; nothing else is lost", async () => {
    const second = (await groups("limit=2"))[1]?.id ?? 0;
    expect(await add(JAN, { name: "Jan", fields: { last_name: "Kowalski" } })).toMatchObject({
      status: 200,
      body: {
        email: JAN,
        name: "Jan",
        type: "active",
        fields: expect.arrayContaining([{ key: "last_name", value: "Kowalski", type: "TEXT" }]),
      },
    });
    expect((await add(JAN, {}, second)).body).toMatchObject({ name: "Jan" });
    expect((await ask(`GET /groups/${group}/subscribers?limit=100`)).text).toContain(JAN);
    control({ switches: { addedStatus: "201" } });
    expect((await add()).status).toBe(201);
  });

  test.each(["unsubscribed", "bounced", "junk", "unconfirmed"])(
    "a %s address needs `resubscribe`",
    async (state) => {
      control({ addresses: [{ email: JAN, state }] });
      expect(await add()).toMatchObject({
        status: 400,
        body: { error: { message: `Subscriber type is ${state}` } },
      });
      expect((await add(JAN, { resubscribe: true })).body).toMatchObject({ type: "active" });
    },
  );

  test("a blocked or malformed address and an unknown group are refused", async () => {
    expect((await add("zablokowany@poczta.example")).body).toEqual({
      error: { message: "Email temporarily blocked" },
    });
    expect((await add("jan")).status).toBe(400);
    expect(await add(JAN, {}, 1)).toMatchObject({
      status: 404,
      body: { error: { code: 123, message: "Group not found" } },
    });
  });

  test("double opt-in leaves the new ones unconfirmed", async () => {
    control({ switches: { doubleOptin: true } });
    expect((await ask("GET /settings/double_optin")).body).toEqual({ enabled: true });
    expect((await add()).body).toMatchObject({ type: "unconfirmed", date_subscribe: null });
  });
});

test("removing: by e-mail or id, 204, then 404; the group tells whether it exists", async () => {
  expect(await remove("kasia+kursy@poczta.example")).toMatchObject({ status: 204, text: "" });
  expect((await remove("kasia+kursy@poczta.example")).status).toBe(404);
  const { id } = z.object({ id: z.int() }).parse((await add()).body);
  expect((await remove(id)).status).toBe(204);
  expect((await ask(`GET /groups/${group}`)).body).toMatchObject({ id: group, unsubscribed: 1 });
  expect((await remove(JAN, 1)).body).toEqual({ error: { code: 123, message: "Group not found" } });
  expect((await ask("GET /nothing")).body).toEqual({
    error: { code: 2, message: "Endpoint not found" },
  });
});

test("sixty a minute; the headers say until when", async () => {
  world.pass(60_000);
  for (let index = 0; index < 60; index++) expect((await ask("GET /me")).status).toBe(200);
  const { status, body, headers } = await ask("GET /me");
  expect([status, body]).toEqual([429, { error: { code: 429, message: "Too many requests" } }]);
  expect(headers.get("x-ratelimit-retry-after")).toBe("60");
  expect(headers.get("x-ratelimit-reset")).toMatch(/^2026-11-24 \d\d:\d\d:\d\d$/);
});

test("controls: groups come and go, the state shows who is in", async () => {
  control({
    addLists: [{ name: "Nowa", id: 7 }],
    addresses: [{ email: JAN, state: "bounced", list: 7, name: "Jan" }],
  });
  expect(world.emulators.state()["mailerlite-classic"]?.groups).toContainEqual({
    account: "main",
    id: 7,
    name: "Nowa",
    members: [expect.objectContaining({ email: JAN, name: "Jan", status: "bounced" })],
  });
  control({ removeLists: [{ id: 7 }] });
  expect((await ask("GET /groups/7")).status).toBe(404);
});
