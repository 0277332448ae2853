import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startForTest } from "../core/testing";

const HOST = "demo.api-us1.com/api/3";
const HEADERS = { "api-token": "0123456789abcdef0123" };

let world: Awaited<ReturnType<typeof startForTest>>;
beforeAll(async () => {
  world = await startForTest();
});
beforeEach(() => {
  world.emulators.reset();
  world.emulators.control("activecampaign", { rateLimit: "off" });
});
afterAll(() => world.emulators.stop());

const ask = (request: string, body?: unknown, headers: Record<string, string> = HEADERS) =>
  world.ask(request.replace(" ", ` ${HOST}`), headers, body);

const synced = z.object({ contact: z.object({ id: z.string() }) });
async function sync(email: string): Promise<string> {
  return synced.parse((await ask("POST /contact/sync", { contact: { email } })).body).contact.id;
}
const subscribe = (contact: string, list: string, status: string | number = "1") =>
  ask("POST /contactLists", { contactList: { list, contact, status } });
const rows = async (contact: string) => (await ask(`GET /contacts/${contact}/contactLists`)).body;

describe("account", () => {
  test("users/me tells whose account it is, and every reply carries a request id", async () => {
    const { status, body, headers } = await ask("GET /users/me");
    expect([status, body]).toEqual([
      200,
      { user: expect.objectContaining({ email: "sklep@demo.example" }) },
    ]);
    expect(headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  test.each([
    ["a missing key", {}],
    ["a wrong key", { "api-token": "zly-klucz-0123456789" }],
  ])("%s is 403 Forbidden", async (_, headers: Record<string, string>) => {
    expect(await ask("GET /lists", undefined, headers)).toMatchObject({
      status: 403,
      body: { message: "Forbidden" },
    });
  });

  test("a host without an account is an HTML 404", async () => {
    const { status, headers } = await world.ask("GET nieistnieje.api-us1.com/api/3/lists", HEADERS);
    expect([status, headers.get("content-type")]).toEqual([404, "text/html"]);
  });

  test("accounts keep their contacts apart, in every spelling of the host", async () => {
    const id = await sync("jan@poczta.example");
    const other = (host: string) =>
      world.ask(`GET ${host}/api/3/contacts?email=jan%40poczta.example`, HEADERS);
    expect((await other("drugi.api-us1.com")).body).toMatchObject({ contacts: [] });
    expect((await other("demo.activehosted.com")).body).toMatchObject({ contacts: [{ id }] });
  });
});

describe("lists", () => {
  test("page by offset; ids and the total are strings", async () => {
    const ids: string[] = [];
    const page = z.object({
      lists: z.array(z.object({ id: z.string() })),
      meta: z.object({ total: z.string() }),
    });
    for (let total = 1; ids.length < total; ) {
      const answer = page.parse((await ask(`GET /lists?limit=10&offset=${ids.length}`)).body);
      total = Number(answer.meta.total);
      ids.push(...answer.lists.map(({ id }) => id));
    }
    expect(new Set(ids).size).toBe(28);
  });

  test("twenty by default, a hundred at most, and a name filter", async () => {
    expect((await ask("GET /lists")).body).toMatchObject({ lists: { length: 20 } });
    expect((await ask("GET /lists?limit=1000")).body).toMatchObject({ lists: { length: 28 } });
    expect((await ask("GET /lists?filters[name]=mailing")).body).toMatchObject({
      meta: { total: "1" },
    });
  });

  test("one list, and the words for none", async () => {
    expect((await ask("GET /lists/1")).body).toMatchObject({
      list: { id: "1", name: "Lista Mailingowa" },
    });
    expect(await ask("GET /lists/99")).toMatchObject({
      status: 404,
      body: { message: "No Result found for _List with id 99" },
    });
  });
});

describe("adding", () => {
  test("sync is 201 for a new contact and 200 with the same id after", async () => {
    const contact = { email: "Jan+Kurs@poczta.example", firstName: "Jan" };
    const first = await ask("POST /contact/sync", { contact });
    expect([first.status, first.body]).toEqual([
      201,
      {
        fieldValues: [],
        contact: expect.objectContaining({ email: "jan+kurs@poczta.example", firstName: "Jan" }),
      },
    ]);
    const again = await ask("POST /contact/sync", {
      contact: { email: "jan+kurs@poczta.example" },
    });
    expect([again.status, synced.parse(again.body)]).toEqual([200, synced.parse(first.body)]);
  });

  test("a malformed address is 422, none at all 400", async () => {
    expect(await ask("POST /contact/sync", { contact: { email: "jan" } })).toMatchObject({
      status: 422,
      body: { errors: [{ code: "email_invalid", source: { pointer: "/data/attributes/email" } }] },
    });
    expect(await ask("POST /contact/sync", { contact: {} })).toMatchObject({
      status: 400,
      body: {},
    });
  });

  test("subscribing sets one row; its status is a number in the reply, a string in the list", async () => {
    const id = await sync("jan@poczta.example");
    expect(await subscribe(id, "2")).toMatchObject({
      status: 200,
      body: { contactList: { status: 1, list: "2" } },
    });
    expect(
      (
        await ask("POST /contactLists", {
          contactList: { list: 2, contact: Number(id), status: 1 },
        })
      ).status,
    ).toBe(200);
    expect(await rows(id)).toMatchObject({
      contactLists: [{ list: "2", contact: id, status: "1" }],
    });
  });

  test("1 over 2 brings an unsubscribed person back, marked sourceid 4", async () => {
    const id = await sync("wypisany@poczta.example");
    expect(await rows(id)).toMatchObject({ contactLists: [{ status: "2" }] });
    expect((await subscribe(id, "1")).body).toMatchObject({
      contactList: { status: 1, sourceid: "4" },
    });
  });

  test("an unknown list or contact is 404, or 400 {} by switch", async () => {
    const id = await sync("jan@poczta.example");
    expect(await subscribe(id, "99")).toMatchObject({
      status: 404,
      body: { message: "No Result found for _List with id 99" },
    });
    expect((await subscribe("999", "1")).status).toBe(404);
    world.emulators.control("activecampaign", { switches: { unknownId: "400" } });
    expect(await subscribe(id, "99")).toMatchObject({ status: 400, text: "{}" });
    expect((await subscribe(id, "1", "7")).status).toBe(400);
  });
});

describe("removing", () => {
  test("the e-mail search is exact and needs %2B for a plus", async () => {
    const id = await sync("kasia+kursy@poczta.example");
    const found = (email: string) => ask(`GET /contacts?email=${email}`);
    expect((await found("kasia%2Bkursy%40poczta.example")).body).toMatchObject({
      contacts: [{ id }],
    });
    expect((await found("kasia+kursy%40poczta.example")).body).toMatchObject({
      contacts: [],
      meta: { total: "0" },
    });
    expect((await found("kasia")).body).toMatchObject({ contacts: [] });
  });

  test("status 2 unsubscribes and may be repeated", async () => {
    const id = await sync("anna.wisniewska@poczta.example");
    expect((await subscribe(id, "1", 2)).body).toMatchObject({ contactList: { status: 2 } });
    expect((await subscribe(id, "1", 2)).status).toBe(200);
    expect(await rows(id)).toMatchObject({ contactLists: [{ status: "2" }] });
    expect((await ask("GET /contacts?listid=1&status=2")).body).toMatchObject({
      meta: { total: "2" },
    });
  });

  test("a contact that is not there", async () => {
    expect(await ask("GET /contacts/999/contactLists")).toMatchObject({
      status: 404,
      body: { message: "No Result found for Subscriber with id 999" },
    });
  });
});

test("five in a second for one account, not for its neighbour", async () => {
  world.emulators.control("activecampaign", { rateLimit: "vendor" });
  for (let index = 0; index < 5; index++) expect((await ask("GET /users/me")).status).toBe(200);
  const sixth = await ask("GET /users/me");
  const headers = ["retry-after", "ratelimit-limit", "ratelimit-remaining"].map((name) =>
    sixth.headers.get(name),
  );
  expect([sixth.status, ...headers]).toEqual([429, "1", "5", "0"]);
  expect((await world.ask("GET drugi.api-us1.com/api/3/users/me", HEADERS)).status).toBe(200);
  world.pass(1_000);
  expect((await ask("GET /users/me")).status).toBe(200);
});

test("controls: lists, address states, the missing permission", async () => {
  const { lists } = world.emulators.control("activecampaign", { addLists: [{ name: "Nowa" }] });
  expect(lists).toEqual([{ id: "29" }]);
  world.emulators.control("activecampaign", {
    removeLists: [{ id: "1" }],
    addresses: [{ email: "jan@poczta.example", list: "29", state: "bounced" }],
    faults: [{ kind: "documented", name: "permission", times: 1 }],
  });
  expect(await ask("GET /lists/1")).toMatchObject({
    status: 403,
    body: { errors: [{ title: "Forbidden" }] },
  });
  expect((await ask("GET /lists/1")).status).toBe(404);
  expect(await rows(await sync("jan@poczta.example"))).toMatchObject({
    contactLists: [{ status: "3" }],
  });
  expect(world.emulators.state().activecampaign?.lists).toContainEqual({
    account: "demo",
    id: "29",
    name: "Nowa",
    members: [expect.objectContaining({ email: "jan@poczta.example", status: "bounced" })],
  });
});
