import { expect, test } from "vitest";
import { type FakeAnswers, listed, rehearse } from "../fake-http";
import { schemaOf } from "../schema";
import { example } from "./example";
import { mailerliteClassic } from "./index";

const { credentials } = example;
const ADD = "POST /groups/3640549/subscribers";
const REMOVE = "DELETE /groups/3640549/subscribers/ada%2Bkurs%40poczta.example";
const run = (action: string, answers: FakeAnswers, more: Record<string, string> = {}) =>
  rehearse(mailerliteClassic, action, {
    credentials,
    input: { group: "3640549", ...more },
    answers,
  });
const error = (status: number, code: number, message: string) => ({
  status,
  body: { error: { code, message } },
});

test.each([
  [{}, false],
  [{ resubscribe: "yes" }, true],
])("adds with the merchant's choice %j", async (more, resubscribe) => {
  const { came, seen } = await run("add", { [ADD]: { body: { id: 1, type: "active" } } }, more);
  expect(came).toEqual({ outcome: "done" });
  expect(seen[0]?.body).toEqual({
    email: "ada+kurs@poczta.example",
    name: "Ada",
    fields: { last_name: "Nowak" },
    resubscribe,
    autoresponders: true,
  });
});

test.each([
  "Subscriber type is unsubscribed",
  "Subscriber type is bounced",
  "Email temporarily blocked",
])("%s is refused in these words", async (message) => {
  const { came } = await run("add", { [ADD]: error(400, 0, message) });
  expect(came).toEqual({ outcome: "refused", words: message });
});

test("double opt-in is told", async () => {
  const { came } = await run("add", { [ADD]: { status: 201, body: { type: "unconfirmed" } } });
  expect(came).toMatchObject({
    outcome: "done",
    words: expect.stringContaining("nie potwierdził"),
  });
});

const gone = error(404, 123, "Group not found");

test.each([
  [{ status: 204 }, {}, { came: { outcome: "done" } }],
  [
    error(404, 123, "Subscriber not found"),
    { body: { id: 3640549 } },
    { came: { outcome: "already" } },
  ],
  [gone, gone, { fault: { fault: "config" } }],
])("removing answered by %j, the group by %j", async (deletion, group, expected) => {
  const tried = await run("remove", { [REMOVE]: deletion, "GET /groups/3640549": group });
  expect(tried).toMatchObject(expected);
});

test.each([
  [gone, "config", undefined],
  [error(401, 1, "Unauthorized"), "auth", undefined],
  [error(401, 302, "API-Key Unauthorized"), "auth", undefined],
  [
    { ...error(429, 429, "Too many requests"), headers: { "x-ratelimit-retry-after": "17" } },
    "rate_limited",
    17,
  ],
  [error(429, 429, "Too many requests"), "rate_limited", 60],
  [error(500, 0, "Internal"), "unavailable", undefined],
])("adding answered by %j is the fault %s", async (answer, fault, retryAfter) => {
  expect((await run("add", { [ADD]: answer })).fault).toMatchObject({ fault, retryAfter });
});

test("a new product's token is told apart before it is sent anywhere", () => {
  const { error: refused } = schemaOf(mailerliteClassic.credentials, "pl").safeParse({
    apiKey: "a".repeat(300),
  });
  expect(refused?.issues.map(({ message }) => message).join()).toContain("nowego MailerLite");
});

test("reads bare arrays until one is short", async () => {
  const page = (count: number, from: number) => ({
    body: Array.from({ length: count }, (_, i) => ({ id: from + i, name: `G${from + i}` })),
  });
  const { choices, queries } = await listed(mailerliteClassic, "groups", credentials, {
    "GET /groups": [page(100, 1), page(3, 101)],
  });
  expect([choices.length, choices.at(-1)?.value]).toEqual([103, "103"]);
  expect(queries.map(({ offset }) => offset)).toEqual(["0", "100"]);
});
