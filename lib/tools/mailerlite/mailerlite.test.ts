import { expect, test } from "vitest";
import { type FakeAnswers, fakeHttp, listed, rehearse } from "../fake-http";
import { schemaOf } from "../schema";
import { example } from "./example";
import { mailerlite } from "./index";

const { credentials } = example;
const KNOWN = "GET /subscribers/ada%2Bkurs%40poczta.example";
const GROUP = "100093655191127682";
const run = (action: string, answers: FakeAnswers) =>
  rehearse(mailerlite, action, { credentials, input: { group: GROUP }, answers });
const subscriber = (status: string, groups: string[] = []) => ({
  body: { data: { id: "31", status, groups: groups.map((id) => ({ id })) } },
});
const nobody = { status: 404, body: { message: "No query results for model" } };
const invalid = (errors: Record<string, string[]>, message = "The given data was invalid.") => ({
  status: 422,
  body: { message, errors },
});

test("adds without a status, so that nobody is brought back", async () => {
  const { came, seen } = await run("add", {
    [KNOWN]: nobody,
    "POST /subscribers": { ...subscriber("active", [GROUP]), status: 201 },
  });
  expect(came).toEqual({ outcome: "done" });
  expect(seen[1]?.body).toEqual({
    email: "ada+kurs@poczta.example",
    groups: [GROUP],
    fields: { name: "Ada", last_name: "Nowak" },
  });
});

test.each([
  ["active", [GROUP], "already", 1],
  ["unconfirmed", [GROUP], "already", 1],
  ["active", ["1"], "done", 2],
  ["unsubscribed", [GROUP], "done", 2],
])("somebody %s in %j: %s after %i requests", async (status, groups, outcome, requests) => {
  const { came, seen } = await run("add", {
    [KNOWN]: subscriber(status, groups),
    "POST /subscribers": subscriber("active", [GROUP]),
  });
  expect(came).toMatchObject({ outcome });
  expect(seen).toHaveLength(requests);
});

test.each([
  [invalid({ email: ["This subscriber is unsubscribed and cannot be imported"] }), "refused"],
  [invalid({ email: ["The email must be a valid email address."] }), "refused"],
  [{ status: 422, body: { message: "No" } }, "refused"],
])("adding answered by %j is %s", async (answer, outcome) => {
  const { came } = await run("add", { [KNOWN]: nobody, "POST /subscribers": answer });
  expect(came).toMatchObject({ outcome });
});

test.each([
  [invalid({ "groups.0": ["The selected groups.0 is invalid."] }), "config", undefined],
  [invalid({ "fields.city": ["The fields.city must be a string."] }), "config", undefined],
  [{ status: 401, body: { message: "Unauthenticated." } }, "auth", undefined],
  [{ status: 403, body: { message: "This action is unauthorized." } }, "auth", undefined],
  [{ status: 408, body: { message: "Timeout" } }, "unavailable", undefined],
  [
    { status: 429, headers: { "retry-after": "31" }, body: { message: "Too Many Attempts." } },
    "rate_limited",
    31,
  ],
  [{ status: 429, body: { message: "Too Many Attempts." } }, "rate_limited", 60],
])("adding answered by %j is the fault %s", async (answer, fault, retryAfter) => {
  const tried = await run("add", { [KNOWN]: nobody, "POST /subscribers": answer });
  expect(tried.fault).toMatchObject({ fault, retryAfter, sent: false });
});

test.each([
  [nobody, {}, "already"],
  [subscriber("active", ["1"]), {}, "already"],
  [subscriber("active", [GROUP]), { status: 204 }, "done"],
  [subscriber("active", [GROUP]), nobody, "already"],
])("removing %j answered by %j is %s", async (known, deletion, outcome) => {
  const { came } = await run("remove", {
    [KNOWN]: known,
    [`DELETE /subscribers/31/groups/${GROUP}`]: deletion,
  });
  expect(came).toEqual({ outcome });
});

test("the account's name is only a label: the check does without it", async () => {
  const groups = { body: { data: [], meta: { current_page: 1, last_page: 1 } } };
  const check = (account: object) => {
    const { http } = fakeHttp(mailerlite, credentials, {
      "GET /groups": groups,
      "GET /account": account,
    });
    return mailerlite.check({ http, credentials: { token: "" } });
  };
  expect(await check({ body: { data: { name: "My shop" } } })).toEqual({ account: "My shop" });
  expect(await check({ status: 404, body: {} })).toEqual({ account: "MailerLite" });
});

test("a Classic key is told apart before it is sent anywhere", () => {
  const { error } = schemaOf(mailerlite.credentials, "pl").safeParse({ token: "a".repeat(32) });
  expect(error?.issues.map(({ message }) => message).join()).toContain("MailerLite Classic");
});

test("reads every page, the ids as the texts they are", async () => {
  const page = (id: string, current_page: number) => ({
    body: { data: [{ id, name: id }], meta: { current_page, last_page: 2 } },
  });
  const { choices } = await listed(mailerlite, "groups", credentials, {
    "GET /groups": [page(GROUP, 1), page("100093655191127683", 2)],
  });
  expect(choices.map(({ value }) => value)).toEqual([GROUP, "100093655191127683"]);
});
