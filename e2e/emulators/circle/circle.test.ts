import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startForTest } from "../core/testing";

const HOST = "app.circle.so/api/admin/v2";
const HEADERS = { authorization: "Token 0123456789abcdef" };

let world: Awaited<ReturnType<typeof startForTest>>;
let group = 0;
let space = 0;
beforeAll(async () => {
  world = await startForTest();
});
beforeEach(async () => {
  world.emulators.reset();
  group = (await page("space_groups?per_page=1")).records[0]?.id ?? 0;
  space = (await page("spaces?per_page=1")).records[0]?.id ?? 0;
});
afterAll(() => world.emulators.stop());

const ask = (request: string, body?: unknown, headers: Record<string, string> = HEADERS) =>
  world.ask(request.replace(" ", ` ${HOST}`), headers, body);
const control = (change: Parameters<typeof world.emulators.control>[1]) =>
  world.emulators.control("circle", change);
const recordPage = z.object({
  records: z.array(z.object({ id: z.int() })),
  has_next_page: z.boolean(),
});
const page = async (path: string) => recordPage.parse((await ask(`GET /${path}`)).body);
const query = (email: string, more: Record<string, string | number> = {}) =>
  new URLSearchParams({
    email,
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)])),
  });
const missing = (record: string) => ({
  status: 404,
  body: { success: false, error_details: { message: `Missing record: ${record}` } },
});

const JAN = "jan+kurs@poczta.example";
const ANNA = "anna.wisniewska@poczta.example";
const invite = (more = {}) => ask("POST /community_members", { email: JAN, ...more });
const search = (email = JAN) => ask(`GET /community_members/search?${query(email)}`);
const memberId = async (email: string) =>
  z.object({ id: z.int() }).parse((await search(email)).body).id;

describe("credentials", () => {
  test.each(["Token", "Bearer"])("%s opens the one community", async (scheme) => {
    const headers = { authorization: `${scheme} 0123456789abcdef` };
    expect((await ask("GET /community", undefined, headers)).body).toMatchObject({
      name: "Społeczność Szkoły Online",
    });
  });

  test("a wrong token is 401, a token of another kind 403", async () => {
    const as = (token: string) =>
      ask("GET /community", undefined, { authorization: `Token ${token}` });
    expect(await as("zly-token-123")).toMatchObject({
      status: 401,
      body: { message: "The API token is invalid." },
    });
    expect(await as("v1-0123456789")).toMatchObject({
      status: 403,
      body: { message: "The community is not eligible for admin API v2 access." },
    });
  });
});

describe("places", () => {
  test.each([
    ["space_groups", 24],
    ["spaces", 74],
  ])("%s page to the end, ten by default", async (path, count) => {
    expect((await page(path)).records).toHaveLength(10);
    const ids = new Set<number>();
    for (let number = 1, more = true; more; number++) {
      const { records, has_next_page } = await page(`${path}?per_page=60&page=${number}`);
      for (const { id } of records) ids.add(id);
      more = has_next_page;
    }
    expect(ids.size).toBe(count);
  });

  test("one of each, and the words for none", async () => {
    expect((await ask(`GET /space_groups/${group}`)).body).toMatchObject({
      name: "Kursy",
      space_group_members_count: 5,
    });
    expect((await ask(`GET /spaces/${space}`)).body).toMatchObject({
      space_group: { id: group, name: "Kursy" },
    });
    expect(await ask("GET /spaces/1")).toMatchObject({
      status: 404,
      body: { message: "Missing record: space" },
    });
    expect((await ask("GET /space_groups?name=klub")).body).toMatchObject({ count: 3 });
  });
});

describe("community", () => {
  test("an invitation waits for its acceptance and opens the places it names", async () => {
    expect(await search()).toMatchObject(missing("community member"));
    expect(
      await invite({ name: "Jan Kowalski", space_group_ids: [group], space_ids: [space] }),
    ).toMatchObject({
      status: 201,
      body: {
        message:
          "This user has been invited to the community and has been added to following space groups: Kursy spaces: Kurs podstawowy.",
        community_member: {
          email: JAN,
          active: false,
          accepted_invitation: "",
          profile_confirmed_at: null,
        },
      },
    });
    expect((await search()).body).toMatchObject({ first_name: "Jan", last_name: "Kowalski" });
    expect((await ask(`GET /space_member?${query(JAN, { space_id: space })}`)).status).toBe(200);
  });

  test("added silently one is in at once; inviting a member is 422, or 201 by switch", async () => {
    expect((await invite({ skip_invitation: true })).body).toMatchObject({
      community_member: { active: true },
    });
    expect(await invite()).toMatchObject({
      status: 422,
      body: { message: "Email has already been taken" },
    });
    control({ switches: { inviteExisting: "201" } });
    expect((await invite()).status).toBe(201);
  });

  test("a blocked domain or no address is 422", async () => {
    const refused = { status: 422, body: { message: "Invalid email address." } };
    expect(await invite({ email: "jan@jednorazowy.example" })).toMatchObject(refused);
    expect(await invite({ email: "jan" })).toMatchObject(refused);
  });

  test("limits of members say `errors`", async () => {
    control({ faults: [{ kind: "documented", name: "plan-limit", times: 1, method: "POST" }] });
    expect((await invite()).body).toEqual({
      success: false,
      errors: "Your community has reached the maximum limit of members supported by your plan.",
    });
  });

  test("removal deactivates: not found after, may be invited again", async () => {
    const id = await memberId(ANNA);
    expect(await ask(`DELETE /community_members/${id}`)).toMatchObject({
      status: 200,
      body: { message: "The community member has been removed from the community." },
    });
    expect(await ask(`DELETE /community_members/${id}`)).toMatchObject(missing("community member"));
    expect((await search(ANNA)).status).toBe(404);
    control({ switches: { searchFindsInactive: true } });
    expect((await search(ANNA)).body).toMatchObject({
      active: false,
      accepted_invitation: expect.stringMatching(/^2025/),
    });
    expect((await invite({ email: ANNA })).body).toMatchObject({ community_member: { id } });
  });

  test("whoever pays in Circle cannot be removed", async () => {
    control({ addresses: [{ email: ANNA, state: "paying" }] });
    expect((await ask(`DELETE /community_members/${await memberId(ANNA)}`)).status).toBe(422);
  });

  test("the list shows active members unless asked otherwise", async () => {
    await invite();
    const count = async (status: string) =>
      (await page(`community_members?per_page=60&status=${status}`)).records.length;
    expect([await count(""), await count("inactive"), await count("all")]).toEqual([5, 1, 6]);
  });
});

describe("space group", () => {
  const add = (email: string, id = group) =>
    ask("POST /space_group_members", { email, space_group_id: id });
  const remove = (email: string, id = group) =>
    ask(`DELETE /space_group_members?${query(email, { space_group_id: id })}`);

  test("adding says whether one was in, and opens its spaces", async () => {
    await invite();
    expect((await add(JAN)).body).toEqual({
      success: true,
      message: "User has been added to the space group.",
    });
    expect((await add(JAN)).body).toEqual({
      success: true,
      message: "User is already added to the space group.",
    });
    expect((await ask(`GET /space_member?${query(JAN, { space_id: space })}`)).body).toMatchObject({
      status: "active",
    });
  });

  test("nobody, no group, no longer a member", async () => {
    expect(await add(JAN)).toMatchObject(missing("user"));
    expect(await add(ANNA, 1)).toMatchObject(missing("space group"));
    control({ addresses: [{ email: JAN, state: "inactive" }] });
    expect(await add(JAN)).toMatchObject({
      status: 422,
      body: { message: "User is not a member of community" },
    });
  });

  test("removing takes the spaces along; again it is 404, or 422 by switch", async () => {
    expect((await remove(ANNA)).body).toEqual({
      success: true,
      message: "User removed from the space group and its spaces",
    });
    expect((await ask(`GET /space_member?${query(ANNA, { space_id: space })}`)).status).toBe(404);
    expect(await remove(ANNA)).toMatchObject(missing("space group member"));
    control({ switches: { removeFromGroupWhenOut: "422" } });
    expect((await remove(ANNA)).status).toBe(422);
    expect(
      await ask(`GET /space_group_member?${query(ANNA, { space_group_id: group })}`),
    ).toMatchObject(missing("space group member"));
  });
});

describe("space", () => {
  const add = (email: string, id = space) => ask("POST /space_members", { email, space_id: id });
  const remove = (email: string, id = space) =>
    ask(`DELETE /space_members?${query(email, { space_id: id })}`);

  test("in, in again, out, out again", async () => {
    await invite();
    expect((await add(JAN)).body).toEqual({ message: "User added to space" });
    expect((await add(JAN)).status).toBe(200);
    control({ switches: { addToSpaceTwice: "422" } });
    expect((await add(JAN)).body).toMatchObject({ message: "User not added to space." });
    expect((await remove(JAN)).body).toEqual({ message: "Member removed from space" });
    expect(await remove(JAN)).toMatchObject(missing("space member"));
  });

  test("nobody, no space", async () => {
    expect(await add(JAN)).toMatchObject(missing("user"));
    expect(await add(ANNA, 1)).toMatchObject(missing("space"));
    expect(await remove(JAN)).toMatchObject(missing("user"));
  });
});

test("2,000 in five minutes, then a bare 429", async () => {
  control({ rateLimit: { requests: 3, perMs: 300_000 } });
  for (let index = 0; index < 3; index++) expect((await ask("GET /community")).status).toBe(200);
  const { status, text, headers } = await ask("GET /community");
  expect([status, text, headers.get("retry-after")]).toEqual([429, "", null]);
});

test("controls: places come and go, the state shows who is in", async () => {
  const { lists } = control({ addLists: [{ kind: "space", name: "Nowa", group }] });
  const { id } = z.object({ id: z.int() }).parse(lists[0]);
  control({ addresses: [{ email: JAN, state: "invited", list: id, name: "Jan" }] });
  expect(world.emulators.state().circle?.spaces).toContainEqual({
    account: "main",
    id,
    name: "Nowa",
    group,
    members: [expect.objectContaining({ email: JAN, status: "invited" })],
  });
  control({ removeLists: [{ id: group }] });
  expect((await ask(`GET /spaces/${id}`)).status).toBe(404);
});
