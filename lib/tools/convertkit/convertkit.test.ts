import { expect, test } from "vitest";
import { now } from "@/lib/clock";
import { type FakeAnswers, listed, rehearse } from "../fake-http";
import { readWords } from "../words";
import { example } from "./example";
import { convertkit } from "./index";

const { credentials } = example;
const SUBSCRIBERS = "/tags/11/subscribers";
const run = (action: string, answers: FakeAnswers, lastSuccess?: Date) =>
  rehearse(convertkit, action, { credentials, input: { tag: "11" }, answers, lastSuccess });
const subscriber = (state = "active") => ({ body: { subscriber: { id: 353, state } } });
const errors = (status: number, text: string) => ({ status, body: { errors: [text] } });
const notFound = errors(404, "Not Found");
const noAddress = errors(422, "Either subscriber id or email address is required to remove tag");

test("makes the subscriber, then tags them by id", async () => {
  const { came, seen } = await run("addTag", {
    "POST /subscribers": { ...subscriber(), status: 201 },
    [`POST ${SUBSCRIBERS}/353`]: { status: 201 },
  });
  expect(came).toEqual({ outcome: "done" });
  expect(seen.map(({ body }) => body)).toEqual([
    { email_address: "ada+kurs@poczta.example", first_name: "Ada" },
    {},
  ]);
});

test.each([
  [201, "done"],
  [200, "already"],
])("tagging answered by %i is %s", async (status, outcome) => {
  const { came } = await run("addTag", {
    "POST /subscribers": subscriber(),
    [`POST ${SUBSCRIBERS}/353`]: { status },
  });
  expect(came).toMatchObject({ outcome });
});

test("a tag on somebody who unsubscribed is told as such", async () => {
  const { came } = await run("addTag", {
    "POST /subscribers": subscriber("cancelled"),
    [`POST ${SUBSCRIBERS}/353`]: { status: 201 },
  });
  if (!came || came === "pending") throw new Error("No outcome");
  expect(readWords(came.words ?? "", "pl").text).toContain("wypisany");
});

test("a bad address is refused in the tool's words", async () => {
  const answers = { "POST /subscribers": errors(422, "Email address is invalid") };
  expect((await run("addTag", answers)).came).toEqual({
    outcome: "refused",
    words: "Email address is invalid",
  });
});

test("after the subscriber was made, not found means the tag", async () => {
  const { fault } = await run("addTag", {
    "POST /subscribers": subscriber(),
    [`POST ${SUBSCRIBERS}/353`]: notFound,
  });
  expect(fault).toMatchObject({ fault: "config" });
});

test("removes by the address, in the query as the document lets it", async () => {
  const { came, seen } = await run("removeTag", { [`DELETE ${SUBSCRIBERS}`]: { status: 204 } });
  expect(came).toEqual({ outcome: "done" });
  expect(seen).toEqual([
    {
      line: `DELETE ${SUBSCRIBERS}`,
      query: { email_address: "ada+kurs@poczta.example" },
      body: undefined,
    },
  ]);
});

test("removes by the address as a body where the query is not read", async () => {
  const { came, seen } = await run("removeTag", {
    [`DELETE ${SUBSCRIBERS}`]: [noAddress, { status: 204 }],
  });
  expect(came).toEqual({ outcome: "done" });
  expect(seen[1]?.body).toEqual({ email_address: "ada+kurs@poczta.example" });
});

const listOf = (...emails: string[]) => ({
  body: { subscribers: emails.map((email_address) => ({ id: 353, email_address })) },
});

test.each([
  [listOf("Ada+Kurs@poczta.example"), { status: 204 }, "done"],
  [listOf("Ada+Kurs@poczta.example"), notFound, "already"],
  [listOf("other@poczta.example"), {}, "already"],
])("removes by id where no address arrives: %j, then %j", async (list, deletion, outcome) => {
  const { came } = await run("removeTag", {
    [`DELETE ${SUBSCRIBERS}`]: noAddress,
    "GET /subscribers": list,
    [`DELETE ${SUBSCRIBERS}/353`]: deletion,
    [`GET ${SUBSCRIBERS}`]: { body: { subscribers: [] } },
  });
  expect(came).toEqual({ outcome });
});

test("an empty list soon after our own add proves nothing", async () => {
  const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * 60_000);
  const answers = { [`DELETE ${SUBSCRIBERS}`]: noAddress, "GET /subscribers": listOf() };
  const soon = await run("removeTag", answers, minutesAgo(4));
  expect(soon.fault).toMatchObject({ fault: "unavailable", retryAfter: 60, sent: false });
  expect((await run("removeTag", answers, minutesAgo(6))).came).toEqual({ outcome: "already" });
});

test.each([
  [{ body: { subscribers: [] } }, { came: { outcome: "already" } }],
  [notFound, { fault: { fault: "config" } }],
])("not found is about the person or the tag, as the tag answers %j", async (answer, expected) => {
  const tried = await run("removeTag", {
    [`DELETE ${SUBSCRIBERS}`]: notFound,
    [`GET ${SUBSCRIBERS}`]: answer,
  });
  expect(tried).toMatchObject(expected);
});

test.each([
  [errors(401, "The access token is invalid"), "auth", undefined],
  [{ status: 429, body: "Retry later" }, "rate_limited", 60],
  [{ status: 500 }, "unavailable", undefined],
  [errors(413, "Payload too large"), "config", undefined],
])("%j is the fault %s", async (answer, fault, retryAfter) => {
  const { fault: thrown } = await run("addTag", { "POST /subscribers": answer });
  expect(thrown).toMatchObject({ fault, retryAfter });
});

test("follows the cursor as it was given", async () => {
  const page = (id: number, has_next_page: boolean) => ({
    body: {
      tags: [{ id, name: `T${id}` }],
      pagination: { has_next_page, end_cursor: "WzExXQ==" },
    },
  });
  const { choices, queries } = await listed(convertkit, "tags", credentials, {
    "GET /tags": [page(1, true), page(2, false)],
  });
  expect(choices.map(({ value }) => value)).toEqual(["1", "2"]);
  expect(queries).toEqual([{ per_page: "1000" }, { per_page: "1000", after: "WzExXQ==" }]);
});
