import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startForTest } from "../core/testing";

const HOST = "connect.mailerlite.com/api";
const HEADERS = { authorization: `Bearer eyJ0eXAiOiJKV1Qi.${"a1-_".repeat(40)}.sig` };

let world: Awaited<ReturnType<typeof startForTest>>;
beforeAll(async () => {
  world = await startForTest();
});
beforeEach(() => world.emulators.reset());
afterAll(() => world.emulators.stop());

const ask = (request: string, body?: unknown, headers: Record<string, string> = HEADERS) =>
  world.ask(request.replace(" ", ` ${HOST}`), headers, body);
const control = (change: Parameters<typeof world.emulators.control>[1]) =>
  world.emulators.control("mailerlite", change);

const groupPage = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string() })),
  meta: z.object({ current_page: z.number(), last_page: z.number() }),
  links: z.object({ next: z.string().nullable() }),
});
const groups = async (query: string) => groupPage.parse((await ask(`GET /groups?${query}`)).body);
const firstGroup = async () => (await groups("limit=1")).data[0]?.id ?? "";
const one = z.object({
  data: z.object({ id: z.string(), groups: z.array(z.object({ id: z.string() })) }),
});
const subscriber = async (email: string) =>
  one.parse((await ask(`GET /subscribers/${encodeURIComponent(email)}`)).body).data;

describe("credentials", () => {
  test("the account's name", async () => {
    expect((await ask("GET /account")).body).toEqual({
      data: { id: "83510", name: "Szkoła Online" },
    });
  });

  test.each([
    ["no token", {}],
    ["a Classic key", { authorization: "Bearer fc7b8c5b32067bcd47cafb5f475d2fe9" }],
  ])("%s: 401 Unauthenticated", async (_, headers: Record<string, string>) => {
    expect(await ask("GET /groups", undefined, headers)).toMatchObject({
      status: 401,
      body: { message: "Unauthenticated." },
    });
  });

  test("without Accept it is taken for a browser", async () => {
    expect((await ask("GET /groups", undefined, { accept: "*/*" })).status).toBe(302);
  });
});

test("groups page by number to the end; ids exceed a number's precision", async () => {
  const names: string[] = [];
  for (let page = 1; ; page++) {
    const { data, meta, links } = await groups(`limit=50&page=${page}&sort=name`);
    names.push(...data.map(({ name }) => name));
    if (data[0]) expect(String(Number(data[0].id))).not.toBe(data[0].id);
    if (meta.current_page >= meta.last_page) {
      expect(links.next).toBeNull();
      break;
    }
  }
  expect(names).toHaveLength(124);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "pl")));
  expect((await groups("filter[name]=webinar&limit=100")).data.length).toBeGreaterThan(1);
});

describe("adding", () => {
  test("201 when new, 200 after; nothing omitted is lost", async () => {
    const [a, b] = (await groups("limit=2")).data.map(({ id }) => id);
    const email = "Jan+Kurs@poczta.example";
    const first = await ask("POST /subscribers", { email, groups: [a], fields: { name: "Jan" } });
    expect([first.status, first.body]).toEqual([
      201,
      { data: expect.objectContaining({ email: "jan+kurs@poczta.example", status: "active" }) },
    ]);
    const second = await ask("POST /subscribers", { email, groups: [b] });
    expect(second.body).toMatchObject({
      data: { fields: { name: "Jan" }, groups: [{ id: a }, { id: b }] },
    });
    expect(second.status).toBe(200);
  });

  test.each(["unsubscribed", "bounced", "junk"])(
    "a %s address is 422 with its id",
    async (state) => {
      const { addresses } = control({ addresses: [{ email: "jan@poczta.example", state }] });
      expect(await ask("POST /subscribers", { email: "jan@poczta.example" })).toMatchObject({
        status: 422,
        body: {
          errors: { email: [`This subscriber is ${state} and cannot be imported`] },
          subscriber: z.object({ id: z.string() }).parse(addresses[0]).id,
        },
      });
    },
  );

  test("a bad address and an unknown group are 422", async () => {
    expect((await ask("POST /subscribers", { email: "jan" })).body).toMatchObject({
      errors: { email: ["The email must be a valid email address."] },
    });
    expect(
      (await ask("POST /subscribers", { email: "jan@poczta.example", groups: ["1"] })).body,
    ).toMatchObject({
      errors: { "groups.0": ["The selected groups.0 is invalid."] },
    });
  });

  test("a deleted subscriber comes back as the same one, with double opt-in a new one waits", async () => {
    const { id } = await subscriber("anna.wisniewska@poczta.example");
    control({ addresses: [{ email: "anna.wisniewska@poczta.example", state: "deleted" }] });
    expect((await ask(`GET /subscribers/${id}`)).status).toBe(404);
    const again = await ask("POST /subscribers", { email: "anna.wisniewska@poczta.example" });
    expect([again.status, again.body]).toEqual([200, { data: expect.objectContaining({ id }) }]);
    control({ switches: { doubleOptin: true } });
    expect((await ask("POST /subscribers", { email: "jan@poczta.example" })).body).toMatchObject({
      data: { status: "unconfirmed", subscribed_at: null },
    });
  });

  test("assigning by id needs no body; unknown ids are 404", async () => {
    const { id } = await subscriber("anna.wisniewska@poczta.example");
    const group = (await groups("limit=2")).data[1]?.id;
    expect((await ask(`POST /subscribers/${id}/groups/${group}`)).body).toMatchObject({
      data: { id: group },
    });
    expect((await ask(`POST /subscribers/${id}/groups/121212`)).text).toBe(
      '{\n    "message": "No query results for model [App\\\\Models\\\\Group\\\\Group] 121212"\n}',
    );
    control({ switches: { assignInactive: "422" } });
    const left = await subscriber("wypisany@poczta.example");
    expect((await ask(`POST /subscribers/${left.id}/groups/${group}`)).status).toBe(422);
  });
});

describe("removing", () => {
  test("by id, 204 without a body, again and again", async () => {
    const group = await firstGroup();
    const { id, groups: before } = await subscriber("kasia+kursy@poczta.example");
    expect(before.map((entry) => entry.id)).toContain(group);
    expect(await ask(`DELETE /subscribers/${id}/groups/${group}`)).toMatchObject({
      status: 204,
      text: "",
    });
    expect((await subscriber("kasia+kursy@poczta.example")).groups).toEqual([]);
    expect((await ask(`DELETE /subscribers/${id}/groups/${group}`)).status).toBe(204);
    control({ switches: { removeNonMember: "404" } });
    expect((await ask(`DELETE /subscribers/${id}/groups/${group}`)).status).toBe(404);
  });

  test("an unknown person or group is 404", async () => {
    expect((await ask("GET /subscribers/nikt%40poczta.example")).body).toEqual({
      message: "No query results for model [App\\Models\\Subscriber\\Subscriber].",
    });
    expect((await ask("DELETE /subscribers/1/groups/2")).status).toBe(404);
  });
});

test("members page by cursor; limit=0 counts", async () => {
  const cursorPage = z.object({
    data: z.array(z.unknown()),
    meta: z.object({ next_cursor: z.string().nullable() }),
  });
  const seen: unknown[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const answer = await ask(
      `GET /groups/${await firstGroup()}/subscribers?limit=3&cursor=${cursor}`,
    );
    const page = cursorPage.parse(answer.body);
    seen.push(...page.data);
    cursor = page.meta.next_cursor;
  }
  expect(seen).toHaveLength(7);
  expect((await ask("GET /subscribers?limit=0")).body).toEqual({ total: 7 });
});

test("120 a minute, told on every answer", async () => {
  for (let left = 119; left >= 0; left--) {
    expect((await ask("GET /account")).headers.get("x-ratelimit-remaining")).toBe(String(left));
  }
  const answer = await ask("GET /account");
  expect([answer.status, answer.headers.get("retry-after"), answer.body]).toEqual([
    429,
    "60",
    { message: "Too Many Attempts." },
  ]);
});

test("controls: groups come and go", async () => {
  const added = z
    .array(z.object({ id: z.string() }))
    .parse(control({ addLists: [{ name: "Nowa" }] }).lists);
  const id = added[0]?.id ?? "";
  expect(
    (await ask("POST /subscribers", { email: "jan@poczta.example", groups: [id] })).status,
  ).toBe(201);
  expect(world.emulators.state().mailerlite?.groups).toContainEqual(
    expect.objectContaining({
      id,
      name: "Nowa",
      members: [expect.objectContaining({ email: "jan@poczta.example" })],
    }),
  );
  control({ removeLists: [{ id }] });
  expect((await ask(`GET /groups/${id}/subscribers`)).status).toBe(404);
});
