import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startForTest } from "../core/testing";

const HOST = "api.kit.com/v4";
const HEADERS = { "x-kit-api-key": "kit_0123456789abcdef0123456789" };

let world: Awaited<ReturnType<typeof startForTest>>;
beforeAll(async () => {
  world = await startForTest();
});
beforeEach(() => world.emulators.reset());
afterAll(() => world.emulators.stop());

const ask = (request: string, body?: unknown, headers: Record<string, string> = HEADERS) =>
  world.ask(request.replace(" ", ` ${HOST}`), headers, body);
const control = (change: Parameters<typeof world.emulators.control>[1]) =>
  world.emulators.control("kit", change);

const tagPage = z.object({
  tags: z.array(z.object({ id: z.int(), name: z.string() })),
  pagination: z.object({ has_next_page: z.boolean(), end_cursor: z.string() }),
});
const firstTag = async () =>
  tagPage.parse((await ask("GET /tags?per_page=1")).body).tags[0]?.id ?? 0;
const one = z.object({ subscriber: z.object({ id: z.int() }) });
const create = async (email: string) =>
  one.parse((await ask("POST /subscribers", { email_address: email })).body).subscriber.id;
const found = async (query: string) =>
  z
    .object({ subscribers: z.array(z.object({ id: z.int() })) })
    .parse((await ask(`GET /subscribers?${query}`)).body)
    .subscribers.map(({ id }) => id);

const JAN = "jan+kurs@poczta.example";
const untag = (id: number, email: string) =>
  ask(`DELETE /tags/${id}/subscribers`, { email_address: email });

describe("credentials", () => {
  test("the account answers to a key and to a token", async () => {
    expect((await ask("GET /account")).body).toMatchObject({ account: { name: "Szkoła Online" } });
    const oauth = { authorization: "Bearer 0123456789abcdef0123" };
    expect((await ask("GET /account", undefined, oauth)).status).toBe(200);
  });

  test.each([
    ["no key", {}],
    ["a bad key", { "x-kit-api-key": "kit_bad_0123456789abcdef" }],
  ])("%s is 401", async (_, headers: Record<string, string>) => {
    expect(await ask("GET /account", undefined, headers)).toMatchObject({
      status: 401,
      body: { errors: ["The access token is invalid"] },
    });
  });
});

describe("tags", () => {
  test("page by cursor to the end, newest first", async () => {
    const ids: number[] = [];
    for (let after = "", more = true; more; ) {
      const answer = await ask(`GET /tags?per_page=10&after=${encodeURIComponent(after)}`);
      const { tags, pagination } = tagPage.parse(answer.body);
      ids.push(...tags.map(({ id }) => id));
      after = pagination.end_cursor;
      more = pagination.has_next_page;
    }
    expect(ids).toHaveLength(36);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });

  test("a name is one tag, whatever its case", async () => {
    const first = await ask("POST /tags", { name: "Nowy" });
    const again = await ask("POST /tags", { name: "NOWY" });
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    expect((await ask("POST /tags", { name: " " })).body).toEqual({
      errors: ["Name can't be blank"],
    });
  });
});

describe("adding", () => {
  test("201 when new, 200 after with the state untouched, 202 with many fields", async () => {
    const post = (more = {}) => ask("POST /subscribers", { email_address: JAN, ...more });
    expect(await post({ first_name: "Jan" })).toMatchObject({
      status: 201,
      body: { subscriber: { email_address: JAN, state: "active", first_name: "Jan" } },
    });
    control({ addresses: [{ email: JAN, state: "cancelled" }] });
    expect(await post()).toMatchObject({
      status: 200,
      body: { subscriber: { state: "cancelled", first_name: "Jan" } },
    });
    const fields = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, "x"]));
    expect((await post({ fields })).status).toBe(202);
  });

  test("a bad address is 422", async () => {
    expect(await ask("POST /subscribers", { email_address: "jan" })).toMatchObject({
      status: 422,
      body: { errors: ["Email address is invalid"] },
    });
  });

  test("tagging: 201, then 200; by id with {} or by e-mail", async () => {
    const tag = await firstTag();
    const id = await create(JAN);
    expect(await ask(`POST /tags/${tag}/subscribers/${id}`, {})).toMatchObject({
      status: 201,
      body: { subscriber: { id, tagged_at: "2026-11-24T09:00:00Z" } },
    });
    expect((await ask(`POST /tags/${tag}/subscribers`, { email_address: JAN })).status).toBe(200);
  });

  test("a missing tag or person is 404, a missing address 422", async () => {
    const tag = await firstTag();
    const notFound = { status: 404, body: { errors: ["Not Found"] } };
    expect(await ask(`POST /tags/${tag}/subscribers`, { email_address: JAN })).toMatchObject(
      notFound,
    );
    expect(await ask(`POST /tags/1/subscribers/${await create(JAN)}`, {})).toMatchObject(notFound);
    expect((await ask(`POST /tags/${tag}/subscribers`, {})).status).toBe(422);
  });
});

describe("removing", () => {
  test("by e-mail in JSON, in a form, in the query, by id", async () => {
    const tag = await firstTag();
    const id = await create(JAN);
    const put = () => ask(`POST /tags/${tag}/subscribers/${id}`, {});
    const forms = [
      () => untag(tag, JAN),
      () => ask(`DELETE /tags/${tag}/subscribers`, `email_address=${encodeURIComponent(JAN)}`),
      () => ask(`DELETE /tags/${tag}/subscribers?email_address=${encodeURIComponent(JAN)}`),
      () => ask(`DELETE /tags/${tag}/subscribers/${id}`),
    ];
    for (const remove of forms) {
      expect((await put()).status).toBe(201);
      expect(await remove()).toMatchObject({ status: 204, text: "" });
    }
  });

  test("the strict switch ignores the query", async () => {
    control({ switches: { deleteEmail: "body" } });
    expect(
      (await ask(`DELETE /tags/${await firstTag()}/subscribers?email_address=a%40b.pl`)).body,
    ).toEqual({
      errors: ["Either subscriber id or email address is required to remove tag from subscriber"],
    });
  });

  test("nobody there is 404; without the tag 204, or 404 by switch", async () => {
    const tag = await firstTag();
    expect((await untag(tag, JAN)).status).toBe(404);
    await create(JAN);
    expect((await untag(tag, JAN)).status).toBe(204);
    control({ switches: { untagUntagged: "404" } });
    expect((await untag(tag, JAN)).status).toBe(404);
    expect((await ask("GET /tags/1/subscribers")).status).toBe(404);
  });
});

test("lists lag by switch, reads by id do not", async () => {
  const tag = await firstTag();
  control({ switches: { listLagMs: 30_000 } });
  const id = await create(JAN);
  await ask(`POST /tags/${tag}/subscribers/${id}`, {});
  const query = `email_address=${encodeURIComponent(JAN)}&status=all`;
  expect(await found(query)).toEqual([]);
  expect((await ask(`GET /subscribers/${id}`)).status).toBe(200);
  world.pass(30_000);
  expect(await found(query)).toEqual([id]);
  await untag(tag, JAN);
  const inTag = async () => (await ask(`GET /tags/${tag}/subscribers`)).text.includes(JAN);
  expect(await inTag()).toBe(true);
  world.pass(30_000);
  expect(await inTag()).toBe(false);
});

test("lists show the active ones unless asked for all", async () => {
  expect(await found("")).toHaveLength(5);
  expect(await found("status=all")).toHaveLength(7);
  expect(await found("email_address=wypisany%40poczta.example")).toEqual([]);
});

test("120 a minute for each key: plain text, no header", async () => {
  for (let index = 0; index < 120; index++) await ask("GET /account");
  const { status, text, headers } = await ask("GET /account");
  expect([status, text, headers.get("retry-after")]).toEqual([429, "Retry later", null]);
  expect(headers.get("content-type")).toMatch(/^text\/plain/);
  expect(
    (await ask("GET /account", undefined, { "x-kit-api-key": "another_key_0123456789" })).status,
  ).toBe(200);
  world.pass(60_000);
  expect((await ask("GET /account")).status).toBe(200);
});

test("controls: tags come and go, the state shows who has them", async () => {
  control({
    addLists: [{ name: "Nowy", id: 7 }],
    addresses: [{ email: JAN, state: "active", list: 7, name: "Jan" }],
  });
  expect(world.emulators.state().kit?.tags).toContainEqual({
    account: "main",
    id: 7,
    name: "Nowy",
    members: [expect.objectContaining({ email: JAN, name: "Jan", status: "active" })],
  });
  control({ removeLists: [{ id: 7 }] });
  expect((await ask("GET /tags/7/subscribers")).status).toBe(404);
});
