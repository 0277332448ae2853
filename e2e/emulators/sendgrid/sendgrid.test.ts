import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startForTest } from "../core/testing";

const HOST = "api.sendgrid.com/v3";
const HEADERS = { authorization: `Bearer SG.${"a1_-".repeat(5)}ab.${"c3D4".repeat(10)}efg` };

let world: Awaited<ReturnType<typeof startForTest>>;
let list = "";
beforeAll(async () => {
  world = await startForTest();
});
beforeEach(async () => {
  world.emulators.reset();
  list = (await lists("page_size=1")).result[0]?.id ?? "";
});
afterAll(() => world.emulators.stop());

const ask = (request: string, body?: unknown, headers: Record<string, string> = HEADERS) =>
  world.ask(request.replace(" ", ` ${HOST}`), headers, body);
const control = (change: Parameters<typeof world.emulators.control>[1]) =>
  world.emulators.control("sendgrid", change);
const listPage = z.object({
  result: z.array(z.object({ id: z.uuid(), name: z.string(), contact_count: z.int() })),
  _metadata: z.object({ next: z.url().optional(), count: z.int() }),
});
const lists = async (query: string) =>
  listPage.parse((await ask(`GET /marketing/lists?${query}`)).body);
const jobOf = z.object({ job_id: z.uuid() });

const JAN = "jan+kurs@poczta.example";
const put = (email = JAN, more = {}, lists = [list]) =>
  ask("PUT /marketing/contacts", { list_ids: lists, contacts: [{ email, ...more }] });
const search = (...emails: string[]) => ask("POST /marketing/contacts/search/emails", { emails });
const found = z.object({
  result: z.record(
    z.string(),
    z.object({
      contact: z.looseObject({ id: z.string(), list_ids: z.array(z.string()) }).optional(),
    }),
  ),
});
const contact = async (email: string) =>
  found.parse((await search(email)).body).result[email]?.contact;
const job = async (id: string) => (await ask(`GET /marketing/contacts/imports/${id}`)).body;

describe("credentials", () => {
  test("scopes say the key is alive; without Marketing the rest is 403", async () => {
    expect((await ask("GET /scopes")).body).toMatchObject({
      scopes: expect.arrayContaining(["marketing.read"]),
    });
    control({ switches: { marketingAccess: false } });
    expect((await ask("GET /scopes")).status).toBe(200);
    expect(await ask("GET /marketing/lists")).toMatchObject({
      status: 403,
      body: { errors: [{ message: "access forbidden" }] },
    });
  });

  test.each([
    ["no key", {}, 401, "authorization required"],
    [
      "a malformed key",
      { authorization: "Bearer abc" },
      401,
      "The provided authorization grant is invalid, expired, or revoked",
    ],
    ["an Accept without JSON", { ...HEADERS, accept: "text/html" }, 406, "not acceptable"],
  ])("%s", async (_, headers: Record<string, string>, status, message) => {
    expect(await ask("GET /scopes", undefined, headers)).toMatchObject({
      status,
      body: { errors: [{ message }] },
    });
  });
});

test("lists page by token to the end; the token comes out of `next`", async () => {
  const ids = new Set<string>();
  for (let query: string | null = "page_size=10"; query !== null; ) {
    const { result, _metadata } = await lists(query);
    for (const { id } of result) ids.add(id);
    query = _metadata.next ? new URL(_metadata.next).search.slice(1) : null;
  }
  expect(ids.size).toBe(26);
  expect((await ask("GET /marketing/lists?page_size=0")).status).toBe(400);
  expect((await ask("POST /marketing/lists", { name: "Nowa" })).status).toBe(201);
  expect((await ask("GET /marketing/lists/none")).status).toBe(404);
});

describe("adding", () => {
  test("202 with a job; searchable when the job is done", async () => {
    const answer = await put("Jan+Kurs@poczta.example", { first_name: "Jan" });
    expect(answer.status).toBe(202);
    const { job_id } = jobOf.parse(answer.body);
    expect(await job(job_id)).toMatchObject({ status: "pending", finished_at: null });
    expect((await search(JAN)).status).toBe(404);
    world.pass(2_000);
    expect(await job(job_id)).toMatchObject({
      status: "completed",
      job_type: "upsert",
      results: { requested_count: 1, created_count: 1, errors_url: "" },
    });
    expect(await contact(JAN)).toMatchObject({ list_ids: [list] });
  });

  test("again is harmless: other lists and omitted fields stay", async () => {
    const [, second] = (await lists("page_size=2")).result.map(({ id }) => id);
    await put(JAN, { first_name: "Jan" });
    await put(JAN, {}, [second ?? ""]);
    world.pass(2_000);
    expect(await contact(JAN)).toMatchObject({ first_name: "Jan", list_ids: [list, second] });
  });

  test("a malformed address and an unknown list are told at once", async () => {
    expect(await put("000")).toMatchObject({
      status: 400,
      body: { errors: [{ field: "contacts[0].email", message: "email '000' is not valid" }] },
    });
    expect(await put(JAN, {}, ["none"])).toMatchObject({
      status: 400,
      body: { errors: [{ field: "list_ids" }] },
    });
  });

  test.each(["errored", "failed"])("a job may end %s", async (status) => {
    control({ switches: { jobs: status } });
    const { job_id } = jobOf.parse((await put()).body);
    world.pass(2_000);
    expect(await job(job_id)).toMatchObject({
      status,
      results: { errored_count: 1, errors_url: expect.stringMatching(/^https/) },
    });
    expect((await search(JAN)).status).toBe(404);
  });

  test("the suppressed are accepted; only the suppression list tells", async () => {
    expect((await put("wypisany@poczta.example")).status).toBe(202);
    const suppression = (email: string) =>
      ask(`GET /asm/suppressions/global/${encodeURIComponent(email)}`);
    expect((await suppression("wypisany@poczta.example")).body).toEqual({
      recipient_email: "wypisany@poczta.example",
    });
    expect((await suppression(JAN)).body).toEqual({});
  });
});

describe("removing", () => {
  const remove = (id: string, from = list) =>
    ask(`DELETE /marketing/lists/${from}/contacts?contact_ids=${id}`);

  test("202, applied later; the contact itself stays", async () => {
    const { id = "" } = (await contact("anna.wisniewska@poczta.example")) ?? {};
    const answer = await remove(id);
    expect(answer.status).toBe(202);
    expect(await contact("anna.wisniewska@poczta.example")).toMatchObject({ list_ids: [list] });
    world.pass(2_000);
    expect(await contact("anna.wisniewska@poczta.example")).toMatchObject({ list_ids: [] });
    expect(await job(jobOf.parse(answer.body).job_id)).toMatchObject({
      job_type: "delete",
      results: { deleted_count: 1 },
    });
  });

  test("no ids are 400, unknown ones 404", async () => {
    const { id = "" } = (await contact("anna.wisniewska@poczta.example")) ?? {};
    expect([
      (await remove("")).status,
      (await remove("none")).status,
      (await remove(id, "none")).status,
    ]).toEqual([400, 404, 404]);
  });

  test("a search names the unknown among the known, lower-cased", async () => {
    const { body } = await search("ANNA.Wisniewska@poczta.example", JAN);
    expect(body).toMatchObject({
      result: {
        "anna.wisniewska@poczta.example": { contact: {} },
        [JAN]: { error: "contact not found" },
      },
    });
    expect((await search("000")).status).toBe(400);
  });
});

test("searches and contacts have counters of their own; reset is in seconds", async () => {
  for (let index = 0; index < 200; index++) await search(JAN);
  const { status, headers } = await search(JAN);
  const told = ["limit", "remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`));
  expect([status, ...told, headers.get("retry-after")]).toEqual([429, "200", "0", "60", null]);
  expect((await put()).headers.get("x-ratelimit-remaining")).toBe("199");
  expect((await ask("GET /scopes")).headers.get("x-ratelimit-limit")).toBe("600");
});

test("controls: lists, addresses, and the state", async () => {
  const added = control({
    addLists: [{ name: "Nowa", id: "11111111-1111-4111-a111-111111111111" }],
  }).lists;
  expect(added).toEqual([{ id: "11111111-1111-4111-a111-111111111111" }]);
  control({
    addresses: [
      { email: JAN, state: "known", list: "11111111-1111-4111-a111-111111111111" },
      { email: JAN, state: "suppressed" },
    ],
  });
  expect(world.emulators.state().sendgrid?.lists).toContainEqual(
    expect.objectContaining({
      name: "Nowa",
      members: [expect.objectContaining({ email: JAN, status: "suppressed" })],
    }),
  );
  control({ removeLists: [{ id: list }] });
  expect((await put()).status).toBe(400);
});
