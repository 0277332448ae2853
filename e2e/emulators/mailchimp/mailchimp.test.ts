import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startForTest } from "../core/testing";

const HOST = "us19.api.mailchimp.com/3.0";
const KEY = "0123456789abcdef0123456789abcdef-us19";
const basic = (key: string) => ({
  authorization: `Basic ${Buffer.from(`app:${key}`).toString("base64")}`,
});

let world: Awaited<ReturnType<typeof startForTest>>;
let list = "";
beforeAll(async () => {
  world = await startForTest();
});
beforeEach(async () => {
  world.emulators.reset();
  list = (await lists("count=1")).lists[0]?.id ?? "";
});
afterAll(() => world.emulators.stop());

const ask = (request: string, body?: unknown, headers: Record<string, string> = basic(KEY)) =>
  world.ask(request.replace(" ", ` ${HOST}`), headers, body);
const control = (change: Parameters<typeof world.emulators.control>[1]) =>
  world.emulators.control("mailchimp", change);
const listPage = z.object({
  lists: z.array(z.object({ id: z.string(), name: z.string() })),
  total_items: z.number(),
});
const lists = async (query: string) => listPage.parse((await ask(`GET /lists?${query}`)).body);
const hash = (email: string) => createHash("md5").update(email.toLowerCase()).digest("hex");
const path = (email: string) => `/lists/${list}/members/${hash(email)}`;
const put = (
  email: string,
  body: object = { status_if_new: "subscribed" },
  query = "?skip_merge_validation=true",
) => ask(`PUT ${path(email)}${query}`, { email_address: email, ...body });
const state = (email: string, to: string, by?: string) =>
  control({ addresses: [{ email, state: to, ...(by && { by }) }] });

const JAN = "jan+kurs@poczta.example";

describe("credentials", () => {
  test.each([
    ["Basic", basic(KEY)],
    ["Bearer", { authorization: `Bearer ${KEY}` }],
    ["apikey", { authorization: `apikey ${KEY}` }],
  ])("%s opens the account", async (_, headers) => {
    expect((await ask("GET /ping", undefined, headers)).body).toEqual({
      health_status: "Everything's Chimpy!",
    });
  });

  test("the account tells its name, only the fields asked for", async () => {
    expect((await ask("GET /?fields=account_name,role")).body).toEqual({
      account_name: "Szkoła Online",
      role: "owner",
    });
  });

  test.each([
    [
      "a key of another data centre",
      basic("0123456789abcdef0123456789abcdef-us20"),
      "API Key Invalid",
    ],
    ["a key that starts with bad", basic(`bad${KEY.slice(3)}`), "API Key Invalid"],
    ["no key", {}, "API Key Missing"],
  ])("%s is 401", async (_, headers: Record<string, string>, title) => {
    const answer = await ask("GET /ping", undefined, headers);
    expect(answer).toMatchObject({ status: 401, body: { title, status: 401 } });
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ instance: answer.headers.get("x-request-id") });
  });
});

describe("audiences", () => {
  test("page by count and offset, ten by default", async () => {
    const first = await lists("fields=lists.id,lists.name,total_items");
    expect([first.lists.length, first.total_items]).toEqual([10, 14]);
    expect(Object.keys(first.lists[0] ?? {})).toEqual(["id", "name"]);
    const rest = await lists("offset=10");
    expect(new Set([...first.lists, ...rest.lists].map(({ id }) => id)).size).toBe(14);
  });

  test("tell double opt-in and required merge fields; an unknown one is 404", async () => {
    const { lists: added } = control({
      addLists: [{ name: "Nowa", doubleOptin: true, requiredMergeFields: ["FNAME"] }],
    });
    const { id } = z.object({ id: z.string() }).parse(added[0]);
    expect((await ask(`GET /lists/${id}`)).body).toMatchObject({
      double_optin: true,
      stats: { member_count: 0 },
    });
    expect((await ask(`GET /lists/${id}/merge-fields?count=1000`)).body).toMatchObject({
      merge_fields: [
        { tag: "FNAME", required: true },
        { tag: "LNAME", required: false },
      ],
    });
    expect(await ask("GET /lists/none")).toMatchObject({
      status: 404,
      body: { title: "Resource Not Found" },
    });
  });
});

describe("adding", () => {
  test("PUT is 200 with the member, new or not, and keeps a status it is not given", async () => {
    expect(
      await put(JAN, { status_if_new: "pending", merge_fields: { FNAME: "Jan" } }),
    ).toMatchObject({
      status: 200,
      body: {
        id: hash(JAN),
        email_address: JAN,
        status: "pending",
        full_name: "Jan",
        list_id: list,
      },
    });
    expect((await put(JAN)).body).toMatchObject({ status: "pending" });
    expect((await put(JAN, { status: "subscribed" })).body).toMatchObject({ status: "subscribed" });
    expect((await ask(`GET ${path(JAN)}`)).body).toMatchObject({ status: "subscribed" });
    expect((await ask(`GET /lists/${list}/members/${encodeURIComponent(JAN)}`)).status).toBe(200);
  });

  test("whoever left by himself stays out; a confirmation may be asked for", async () => {
    state(JAN, "unsubscribed");
    expect((await put(JAN)).body).toMatchObject({ status: "unsubscribed" });
    expect(await put(JAN, { status: "subscribed" })).toMatchObject({
      status: 400,
      body: { title: "Member In Compliance State" },
    });
    expect((await put(JAN, { status: "pending" })).body).toMatchObject({ status: "pending" });
  });

  test("whom an admin took out, an admin may bring back", async () => {
    state(JAN, "unsubscribed", "admin");
    expect((await put(JAN)).body).toMatchObject({
      unsubscribe_reason: "N/A (Unsubscribed by admin)",
    });
    expect((await put(JAN, { status: "subscribed" })).body).toMatchObject({ status: "subscribed" });
  });

  test("a cleaned address stays cleaned", async () => {
    expect((await put("odbity@poczta.example")).body).toMatchObject({ status: "cleaned" });
    expect((await put("odbity@poczta.example", { status: "subscribed" })).status).toBe(400);
  });

  test("an archived member returns by status; by status_if_new only with the switch", async () => {
    state(JAN, "archived");
    expect((await put(JAN)).body).toMatchObject({ status: "archived" });
    expect((await put(JAN, { status: "subscribed" })).body).toMatchObject({ status: "subscribed" });
    state(JAN, "archived");
    control({ switches: { statusIfNewUnarchives: true } });
    expect((await put(JAN)).body).toMatchObject({ status: "subscribed" });
  });

  test.each([
    ["forgotten", "Forgotten Email Not Subscribed", /was permanently deleted/],
    ["fake", "Invalid Resource", /looks fake or invalid/],
    ["busy", "Invalid Resource", /has signed up to a lot of lists/],
  ])("a %s address is refused in the vendor's words", async (kind, title, detail) => {
    state(JAN, kind);
    expect(await put(JAN)).toMatchObject({
      status: 400,
      body: { title, detail: expect.stringMatching(detail) },
    });
  });

  test("what cannot be valid is 400", async () => {
    expect((await put("jan")).body).toMatchObject({
      detail: "Please provide a valid email address.",
    });
    expect((await put("fake+1@poczta.example")).status).toBe(400);
    expect((await put(JAN, {})).body).toMatchObject({ errors: [{ field: "status_if_new" }] });
    expect((await put(JAN, { status: "wrong" })).body).toMatchObject({
      errors: [{ field: "status" }],
    });
    control({
      addLists: [{ id: "aaaa000000", name: "Wymagająca", requiredMergeFields: ["LNAME"] }],
    });
    list = "aaaa000000";
    expect((await put(JAN, undefined, "")).body).toMatchObject({
      detail: "Your merge fields were invalid.",
      errors: [{ field: "LNAME", message: "Please enter a value" }],
    });
    expect((await put(JAN)).status).toBe(200);
  });

  test("POST knows Member Exists; an archived one returns", async () => {
    const post = () =>
      ask(`POST /lists/${list}/members`, { email_address: JAN, status: "subscribed" });
    expect((await post()).status).toBe(200);
    expect(await post()).toMatchObject({ status: 400, body: { title: "Member Exists" } });
    await ask(`DELETE ${path(JAN)}`);
    expect((await post()).body).toMatchObject({ status: "subscribed" });
  });

  test("a new address moves the member to a new id", async () => {
    await put(JAN);
    const moved = await ask(`PUT ${path(JAN)}`, {
      email_address: "j@poczta.example",
      status_if_new: "subscribed",
    });
    expect(moved.body).toMatchObject({ id: hash("j@poczta.example") });
    expect((await ask(`GET ${path(JAN)}`)).status).toBe(404);
  });
});

describe("removing", () => {
  test("DELETE archives: 204, then 405 with Allow; the member can still be read", async () => {
    await put(JAN);
    expect(await ask(`DELETE ${path(JAN)}`)).toMatchObject({ status: 204, text: "" });
    const again = await ask(`DELETE ${path(JAN)}`);
    expect([again.status, again.headers.get("allow")]).toEqual([405, "GET, PUT"]);
    expect((await ask(`GET ${path(JAN)}`)).body).toMatchObject({ status: "archived" });
  });

  test.each(["pending", "cleaned"])("a %s member cannot be removed", async (kind) => {
    state(JAN, kind);
    expect((await ask(`DELETE ${path(JAN)}`)).status).toBe(405);
  });

  test("an unknown member is 404; PATCH unsubscribes; a permanent deletion is for ever", async () => {
    expect((await ask(`DELETE ${path(JAN)}`)).status).toBe(404);
    await put(JAN);
    expect((await ask(`PATCH ${path(JAN)}`, { status: "unsubscribed" })).body).toMatchObject({
      status: "unsubscribed",
    });
    expect((await ask(`POST ${path(JAN)}/actions/delete-permanent`)).status).toBe(204);
    expect((await put(JAN)).body).toMatchObject({ title: "Forgotten Email Not Subscribed" });
  });
});

test("an eleventh connection at once is 429", async () => {
  control({ latencyMs: 200 });
  const answers = await Promise.all(Array.from({ length: 11 }, () => ask("GET /ping")));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toEqual([
    expect.objectContaining({
      body: expect.objectContaining({
        detail: "You have exceeded the limit of 10 simultaneous connections.",
      }),
    }),
  ]);
  expect(refused[0]?.headers.get("retry-after")).toBeNull();
});

test("the state tells audiences with their members", async () => {
  await put(JAN, { status_if_new: "subscribed", merge_fields: { FNAME: "Jan" } });
  const { lists: shown } = z
    .object({ lists: z.array(z.object({ id: z.string(), members: z.array(z.unknown()) })) })
    .parse(world.emulators.state().mailchimp);
  expect(shown.find(({ id }) => id === list)?.members).toContainEqual(
    expect.objectContaining({ email: JAN, name: "Jan", status: "subscribed" }),
  );
});
