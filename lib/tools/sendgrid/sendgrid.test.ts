import { expect, test } from "vitest";
import { now } from "@/lib/clock";
import { type FakeAnswers, fakeHttp, listed, rehearse } from "../fake-http";
import { example } from "./example";
import { sendgrid } from "./index";

const { credentials } = example;
const LIST = "0a7e6a6e-0000-4000-8000-000000000001";
const SEARCH = "POST /marketing/contacts/search/emails";
const DELETE = `DELETE /marketing/lists/${LIST}/contacts`;
const ADD = "PUT /marketing/contacts";
const queued = { status: 202, body: { job_id: "job-1" } };
const run = (action: string, answers: FakeAnswers, more: object = {}) =>
  rehearse(sendgrid, action, { credentials, input: { list: LIST }, answers, ...more });
const errors = (status: number, message: string, field?: string) => ({
  status,
  body: { errors: [{ message, field }] },
});
const contact = (...list_ids: string[]) => ({
  body: { result: { "ada+kurs@poczta.example": { contact: { id: "c1", list_ids } } } },
});

test("queues an add, and says with which job", async () => {
  const { came, seen } = await run("add", { [ADD]: queued });
  expect(came).toMatchObject({ outcome: "accepted", ticket: "job-1" });
  expect(seen[0]?.body).toEqual({
    list_ids: [LIST],
    contacts: [{ email: "ada+kurs@poczta.example", first_name: "Ada", last_name: "Nowak" }],
  });
});

test.each([
  [errors(400, "email '000' is not valid", "contacts[0].email"), { came: { outcome: "refused" } }],
  [errors(400, "invalid list id", "list_ids"), { fault: { fault: "config" } }],
  [errors(404, "list not found"), { fault: { fault: "config" } }],
])("an add answered by %j", async (answer, expected) => {
  expect(await run("add", { [ADD]: answer })).toMatchObject(expected);
});

test.each([
  [{ body: { status: "pending" } }, "pending"],
  [{ status: 404, body: { errors: [] } }, "pending"],
  [{ body: { status: "completed", results: { errored_count: 0 } } }, { outcome: "done" }],
  [
    { body: { status: "completed", results: { errored_count: 1, errors_url: "https://x" } } },
    { outcome: "refused", words: "https://x" },
  ],
  [{ body: { status: "failed" } }, { outcome: "refused" }],
  [{ body: { status: "errored" } }, { outcome: "refused" }],
])("the job %j says %j", async (answer, expected) => {
  const { came } = await run(
    "add",
    { "GET /marketing/contacts/imports/job-1": answer },
    { confirm: { ticket: "job-1" } },
  );
  if (typeof expected === "string") expect(came).toBe(expected);
  else expect(came).toMatchObject(expected);
});

test("removes by the id that the search knows, and keeps the contact", async () => {
  const { came, seen } = await run("remove", { [SEARCH]: contact(LIST), [DELETE]: queued });
  expect(came).toMatchObject({ outcome: "accepted", ticket: "job-1" });
  expect(seen.map(({ query, body }) => [query, body])).toEqual([
    [{}, { emails: ["ada+kurs@poczta.example"] }],
    [{ contact_ids: "c1" }, undefined],
  ]);
});

const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * 60_000);

test.each([
  ["not found", errors(404, "not found")],
  ["not on the list", contact("another")],
  ["listed without a contact", { body: { result: { x: { error: "contact not found" } } } }],
])("%s is out, unless our own add is still being taken in", async (_, search) => {
  const tried = (lastSuccess?: Date) => run("remove", { [SEARCH]: search }, { lastSuccess });
  expect((await tried()).came).toEqual({ outcome: "already" });
  expect((await tried(minutesAgo(6))).came).toEqual({ outcome: "already" });
  expect((await tried(minutesAgo(4))).fault).toMatchObject({
    fault: "unavailable",
    retryAfter: 60,
    sent: false,
  });
});

test("a contact that vanished before the removal is out", async () => {
  const answers = { [SEARCH]: contact(LIST), [DELETE]: errors(404, "not found") };
  expect((await run("remove", answers)).came).toEqual({ outcome: "already" });
});

test.each([
  [contact(LIST), "pending"],
  [contact(), { outcome: "done" }],
  [errors(404, "not found"), { outcome: "done" }],
])("a removal is read back from the contact: %j", async (search, expected) => {
  const { came } = await run("remove", { [SEARCH]: search }, { confirm: { ticket: "job-1" } });
  expect(came).toEqual(expected);
});

test.each([
  [errors(401, "The provided authorization grant is invalid"), "auth", undefined],
  [errors(403, "access forbidden"), "auth", undefined],
  [errors(451, "unavailable for legal reasons"), "auth", undefined],
  [{ status: 403, body: "<html>" }, "unavailable", undefined],
  [
    { ...errors(429, "too many requests"), headers: { "x-ratelimit-reset": "41" } },
    "rate_limited",
    41,
  ],
  [errors(500, "oops"), "unavailable", undefined],
])("%j is the fault %s", async (answer, fault, retryAfter) => {
  expect((await run("add", { [ADD]: answer })).fault).toMatchObject({ fault, retryAfter });
});

test("the check proves the Marketing permission, and names the key by its id", async () => {
  const { http, seen } = fakeHttp(sendgrid, credentials, {
    "GET /marketing/lists": { body: { result: [] } },
  });
  const given = { apiKey: credentials.apiKey ?? "" };
  expect(await sendgrid.check({ http, credentials: given })).toEqual({ account: "SG.a1B2c3…" });
  expect(seen[0]?.query).toEqual({ page_size: "1" });
});

test("takes only the token of the next page from the address beside it", async () => {
  const next = "https://evil.example/marketing/lists?page_size=1000&page_token=t%2B2";
  const { choices, queries } = await listed(sendgrid, "lists", credentials, {
    "GET /marketing/lists": [
      { body: { result: [{ id: "a", name: "A" }], _metadata: { next } } },
      { body: { result: [{ id: "b", name: "B" }], _metadata: {} } },
    ],
  });
  expect(choices.map(({ value }) => value)).toEqual(["a", "b"]);
  expect(queries).toEqual([{ page_size: "1000" }, { page_size: "1000", page_token: "t+2" }]);
});
