import { describe, expect, test } from "vitest";
import { type FakeAnswers, listed, rehearse } from "../fake-http";
import { schemaOf } from "../schema";
import { example } from "./example";
import { activecampaign } from "./index";

const { credentials } = example;
const row = (status: string, more: object = {}) => ({
  body: { contactLists: [{ id: "19", contact: "10", list: "2", status, ...more }] },
});
const synced = (status: number) => ({ status, body: { contact: { id: "10" } } });

const add = (answers: FakeAnswers, more: object = {}) =>
  rehearse(activecampaign, "add", { credentials, input: { list: "2" }, answers, ...more });

test("a new contact is created and subscribed in two requests", async () => {
  const { came, seen } = await add({
    "POST /contact/sync": synced(201),
    "POST /contactLists": { body: { contactList: { status: 1 } } },
  });
  expect(came).toEqual({ outcome: "done" });
  expect(seen.map(({ line, body }) => [line, body])).toEqual([
    [
      "POST /contact/sync",
      { contact: { email: "ada+kurs@poczta.example", firstName: "Ada", lastName: "Nowak" } },
    ],
    ["POST /contactLists", { contactList: { list: "2", contact: "10", status: "1" } }],
  ]);
});

describe("a known contact", () => {
  const known = (lists: object, more: object = {}) =>
    add(
      {
        "POST /contact/sync": synced(200),
        "GET /contacts/10/contactLists": lists,
        "POST /contactLists": {},
      },
      more,
    );
  const writes = (seen: { line: string }[]) =>
    seen.filter(({ line }) => line === "POST /contactLists").length;

  test.each([
    ["on no list", { body: { contactLists: [] } }, "done", 1],
    ["unknown to the lists", { status: 404, body: { message: "No Result found" } }, "done", 1],
    ["on the list", row("1"), "already", 0],
    ["unconfirmed", row("0"), "already", 0],
    ["who opted out", row("2"), "refused", 0],
    ["whose address bounces", row("3"), "refused", 0],
    ["whom the old API removed", row("91"), "done", 1],
  ])("%s", async (_, lists, outcome, posts) => {
    const { came, seen } = await known(lists);
    expect(came).toMatchObject({ outcome });
    expect(writes(seen)).toBe(posts);
  });

  test("who opted out comes back where the merchant chose so, marked as brought back", async () => {
    const { came, seen } = await known(row("2"), { input: { list: "2", resubscribe: "yes" } });
    expect(came).toEqual({ outcome: "done" });
    expect(seen.at(-1)?.body).toEqual({
      contactList: { list: "2", contact: "10", status: "1", sourceid: 4 },
    });
  });

  const removed = new Date("2026-11-20T12:00:00.000Z");
  test.each([
    ["2026-11-20T07:00:10-05:00", "done"],
    ["2026-11-21T07:00:00-05:00", "refused"],
    ["2026-11-01T07:00:00-05:00", "refused"],
    [null, "refused"],
  ])(
    "whom we unsubscribed may come back, unless the list changed at %s",
    async (udate, outcome) => {
      const { came } = await known(row("2", { udate }), { lastSuccess: removed });
      expect(came).toMatchObject({ outcome });
    },
  );
});

test.each([
  [{ status: 422, body: { errors: [{ title: "Email Address is not valid." }] } }, "refused"],
  [{ status: 400, body: {} }, "refused"],
])("a contact answered by %j is %s", async (answer, outcome) => {
  expect((await add({ "POST /contact/sync": answer })).came).toMatchObject({ outcome });
});

test.each([
  [{ status: 404, body: { message: "No Result found for _List with id 2" } }, "config"],
  [{ status: 403, body: { message: "No Result found for _List with id 2" } }, "config"],
  [{ status: 400, body: {} }, "config"],
  [{ status: 422, body: {} }, "config"],
  [{ status: 403, body: { message: "Forbidden" } }, "auth"],
  [{ status: 403, body: { errors: [{ detail: "You do not have permission" }] } }, "auth"],
  [{ status: 403, body: "<html>challenge</html>" }, "unavailable"],
  [{ status: 404, body: "<html>no such account</html>" }, "config"],
  [{ status: 429, headers: { "retry-after": "1" } }, "rate_limited"],
  [{ status: 520, body: "<html>" }, "unavailable"],
])("subscribing answered by %j is the fault %s", async (answer, fault) => {
  const { fault: thrown } = await add({
    "POST /contact/sync": synced(201),
    "POST /contactLists": answer,
  });
  expect(thrown).toMatchObject({ fault, sent: false });
});

describe("removing", () => {
  const remove = (contacts: object[], lists: object = row("1")) =>
    rehearse(activecampaign, "remove", {
      credentials,
      input: { list: "2" },
      answers: {
        "GET /contacts": { body: { contacts, meta: { total: String(contacts.length) } } },
        "GET /contacts/10/contactLists": lists,
        "POST /contactLists": {},
      },
    });
  const known = [{ id: "10", email: "Ada+kurs@poczta.example" }];

  test("is unsubscribing", async () => {
    const { came, seen } = await remove(known);
    expect(came).toEqual({ outcome: "done" });
    expect(seen[0]?.query).toEqual({ email: "ada+kurs@poczta.example" });
    expect(seen.at(-1)?.body).toEqual({
      contactList: { list: "2", contact: "10", status: "2" },
    });
  });

  test.each([
    ["nobody", []],
    ["somebody else", [{ id: "10", email: "ada@poczta.example" }]],
  ])("of %s changes nothing", async (_, contacts) => {
    const { came, seen } = await remove(contacts);
    expect([came, seen.length]).toEqual([{ outcome: "already" }, 1]);
  });

  test.each([
    ["never on the list", { body: { contactLists: [] } }],
    ["unsubscribed", row("2")],
    ["bounced", row("3")],
    ["deleted meanwhile", { status: 404, body: { message: "No Result found for Subscriber" } }],
  ])("of somebody %s posts nothing, since that would bar them", async (_, lists) => {
    const { came, seen } = await remove(known, lists);
    expect([came, seen.length]).toEqual([{ outcome: "already" }, 2]);
  });
});

test.each([
  "https://demo.api-us1.com",
  "https://demo.api-us1.com/",
  "https://demo.api-us1.com/api/3/",
  "https://demo.api-us1.com/admin/api.php",
  "demo.api-us1.com",
])("takes the address as %s", (apiUrl) => {
  const valid = schemaOf(activecampaign.credentials, "pl").parse({ ...credentials, apiUrl });
  const { baseUrl } = activecampaign.connect({ apiUrl: valid.apiUrl ?? "", apiKey: "k" });
  expect(baseUrl).toBe("https://demo.api-us1.com/api/3");
});

test("reads every page of lists, whose total is a text", async () => {
  const page = (ids: string[]) => ({
    body: { lists: ids.map((id) => ({ id, name: id })), meta: { total: "3" } },
  });
  const { choices, queries } = await listed(activecampaign, "lists", credentials, {
    "GET /lists": [page(["1", "2"]), page(["3"])],
  });
  expect(choices.map(({ value }) => value)).toEqual(["1", "2", "3"]);
  expect(queries.map(({ offset }) => offset)).toEqual(["0", "2"]);
});
