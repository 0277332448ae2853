import { describe, expect, test } from "vitest";
import { type FakeAnswers, listed, rehearse } from "../fake-http";
import { example } from "./example";
import { circle } from "./index";

const { credentials } = example;
const SEARCH = "GET /community_members/search";
const run = (action: string, answers: FakeAnswers, input: Record<string, string> = {}) =>
  rehearse(circle, action, { credentials, answers, input });

const missing = (record: string) => ({
  status: 404,
  body: {
    success: false,
    message: "Oops! Missing record. Please try again later.",
    error_details: { message: `Missing record: ${record}` },
  },
});
const failure = (status: number, message: string) => ({
  status,
  body: { success: false, message, error_details: {} },
});
const nobody = missing("community member");
const member = (more: object) => ({ body: { id: 7, active: true, ...more } });
const active = member({ accepted_invitation: "2026-01-01" });
const pending = member({ active: false, accepted_invitation: "" });
const deactivated = member({ active: false, accepted_invitation: "2026-01-01" });
const invited = { status: 201, body: { message: "This user has been invited" } };

describe("inviting", () => {
  test.each([
    ["a stranger", [nobody], invited, "done", 1],
    ["a member", [active], invited, "already", 0],
    ["an invited person", [pending], invited, "already", 0],
    ["a former member", [deactivated], invited, "done", 1],
    ["who turns out a member", [nobody, active], failure(422, "taken"), "already", 1],
    ["a blocked address", [nobody], failure(422, "Invalid email address."), "refused", 1],
  ])("%s", async (_, searches, answer, outcome, posts) => {
    const { came, seen } = await run("inviteToCommunity", {
      [SEARCH]: searches,
      "POST /community_members": answer,
    });
    expect(came).toMatchObject({ outcome });
    expect(seen.filter(({ line }) => line.startsWith("POST"))).toHaveLength(posts);
  });

  test("says whom, and whether to send the message", async () => {
    const { seen } = await run(
      "inviteToCommunity",
      { [SEARCH]: nobody, "POST /community_members": invited },
      { silent: "yes" },
    );
    expect(seen.map(({ query, body }) => [query, body])).toEqual([
      [{ email: "ada+kurs@poczta.example" }, undefined],
      [{}, { email: "ada+kurs@poczta.example", name: "Ada Nowak", skip_invitation: true }],
    ]);
  });

  test.each([
    ["Your community has reached the maximum limit of members supported by your plan.", "config"],
    ["Daily member limit exceeded.", "rate_limited"],
  ])("a 403 whose errors say %j is the fault %s", async (errors, fault) => {
    const { fault: thrown } = await run("inviteToCommunity", {
      [SEARCH]: nobody,
      "POST /community_members": { status: 403, body: { success: false, errors } },
    });
    expect(thrown).toMatchObject({ fault, words: errors });
  });
});

test.each([
  [failure(401, "The API token is invalid."), "auth", undefined],
  [failure(403, "The community is not eligible for admin API v2 access."), "auth", undefined],
  [{ status: 403, body: "<html>cloudflare</html>" }, "unavailable", undefined],
  [{ status: 429 }, "rate_limited", 60],
  [{ status: 429, headers: { "retry-after": "5" } }, "rate_limited", 5],
])("a search answered by %j is the fault %s", async (answer, fault, retryAfter) => {
  const { fault: thrown } = await run("inviteToCommunity", { [SEARCH]: answer });
  expect(thrown).toMatchObject({ fault, retryAfter });
});

test.each([
  ["a stranger", nobody, {}, "already"],
  ["a former member", deactivated, {}, "already"],
  ["a member", active, { body: { message: "removed" } }, "done"],
  ["an invited person", pending, { body: { message: "removed" } }, "done"],
  ["a member who left meanwhile", active, missing("community member"), "already"],
  ["a paying member", active, failure(422, "cancel the subscription(s)"), "refused"],
])("removing %s from the community", async (_, search, answer, outcome) => {
  const { came } = await run("removeFromCommunity", {
    [SEARCH]: search,
    "DELETE /community_members/7": answer,
  });
  expect(came).toMatchObject({ outcome });
});

const PLACES = [
  ["SpaceGroup", "group", "/space_group_member", "space group"],
  ["Space", "space", "/space_member", "space"],
] as const;

describe.each(PLACES)("a %s", (name, field, path, record) => {
  const input = { [field]: "12" };
  const told = (message: string) => ({ body: { success: true, message } });
  const enter = (answers: FakeAnswers, more = {}) =>
    run(`addTo${name}`, answers, { ...input, ...more });
  const leave = (answers: FakeAnswers) => run(`removeFrom${name}`, answers, input);

  test("takes its id as a number", async () => {
    const { seen } = await enter({ [`POST ${path}s`]: told("User has been added") });
    const [body] = seen.map((request) => request.body);
    expect(Object.entries(body as object)).toContainEqual([`${record.replace(" ", "_")}_id`, 12]);
  });

  test.each([
    [told("User has been added to the space group."), {}, "done"],
    [told("User is already added to the space group."), {}, "already"],
    [failure(422, "User not added to space."), { body: { status: "active" } }, "already"],
    [failure(422, "User not added to space."), missing(`${record} member`), "refused"],
    [failure(422, "User is not a member of community"), {}, "refused"],
    [missing("user"), {}, "refused"],
  ])("entering answered by %j, then %j", async (answer, inside, outcome) => {
    const { came } = await enter({ [`POST ${path}s`]: answer, [`GET ${path}`]: inside });
    expect(came).toMatchObject({ outcome });
  });

  test.each([missing("user"), failure(422, "User is not a member of community")])(
    "invites an outsider straight into it where the merchant chose so (%j)",
    async (answer) => {
      const { came, seen } = await enter(
        { [`POST ${path}s`]: answer, "POST /community_members": invited },
        { mayInvite: "yes" },
      );
      expect(came).toEqual({ outcome: "done" });
      expect(seen.at(-1)?.body).toMatchObject({ [`${record.replace(" ", "_")}_ids`]: [12] });
    },
  );

  test("that is gone is a matter of configuration", async () => {
    const gone = missing(record);
    const entering = await enter({ [`POST ${path}s`]: gone });
    const leaving = await leave({ [`DELETE ${path}s`]: gone });
    expect([entering.fault, leaving.fault]).toMatchObject([
      { fault: "config" },
      { fault: "config" },
    ]);
  });

  test.each([
    [told("removed"), {}, "done"],
    [missing("user"), {}, "already"],
    [missing(`${record} member`), {}, "already"],
    [failure(422, "cannot be removed"), missing(`${record} member`), "already"],
    [failure(422, "cannot be removed"), { body: { status: "active" } }, "refused"],
  ])("leaving answered by %j, then %j", async (answer, inside, outcome) => {
    const { came, seen } = await leave({ [`DELETE ${path}s`]: answer, [`GET ${path}`]: inside });
    expect(came).toMatchObject({ outcome });
    expect(seen[0]).toMatchObject({
      query: { email: "ada+kurs@poczta.example" },
      body: undefined,
    });
  });
});

test("reads pages as far as has_next_page leads, whatever the counters say", async () => {
  const page = (id: number, has_next_page: boolean) => ({
    body: {
      page: 1,
      count: 1,
      page_count: 1,
      has_next_page,
      records: [{ id, name: `S${id}`, space_group: { id: 1, name: "Kurs" } }],
    },
  });
  const { choices, queries } = await listed(circle, "spaces", credentials, {
    "GET /spaces": [page(1, true), page(2, false)],
  });
  expect(choices).toEqual([
    { value: "1", label: "S1", note: "Kurs" },
    { value: "2", label: "S2", note: "Kurs" },
  ]);
  expect(queries.map(({ page: number }) => number)).toEqual(["1", "2"]);
});
