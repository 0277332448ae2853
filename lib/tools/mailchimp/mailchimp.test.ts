import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ToolError } from "@/lib/errors";
import { type FakeAnswers, fakeHttp, listed, rehearse } from "../fake-http";
import { readWords } from "../words";
import { example } from "./example";
import { mailchimp } from "./index";

const { credentials } = example;
const HASH = createHash("md5").update("ada+kurs@poczta.example").digest("hex");
const LIST = "GET /lists/a36b";
const MEMBER = `/lists/a36b/members/${HASH}`;
const problem = (status: number, title: string, detail: string, errors?: object[]) => ({
  status,
  headers: { "content-type": "application/problem+json" },
  body: { type: "https://mailchimp.com/", title, status, detail, instance: "u", errors },
});
const nowhere = problem(404, "Resource Not Found", "The requested resource could not be found.");
const member = (status: string) => ({ body: { id: HASH, status } });
const list = (double_optin = false) => ({ body: { id: "a36b", double_optin } });
const run = (action: string, answers: FakeAnswers, more: Record<string, string> = {}) =>
  rehearse(mailchimp, action, { credentials, input: { list: "a36b", ...more }, answers });
const add = (known: object, put: object | object[] = {}, more = {}, lists: object = list()) =>
  run("add", { [`GET ${MEMBER}`]: known, [LIST]: lists, [`PUT ${MEMBER}`]: put }, more);

describe("adding", () => {
  test("puts a new member under the hash of the address", async () => {
    const { came, seen } = await add(nowhere, member("subscribed"));
    expect(came).toEqual({ outcome: "done" });
    expect(seen.at(-1)).toEqual({
      line: `PUT ${MEMBER}`,
      query: { skip_merge_validation: "true" },
      body: {
        email_address: "ada+kurs@poczta.example",
        status_if_new: "subscribed",
        merge_fields: { FNAME: "Ada", LNAME: "Nowak" },
      },
    });
  });

  test.each([
    ["the list asks for it", list(true), {}],
    ["the merchant chose so", list(), { confirm: "yes" }],
  ])("asks for confirmation where %s", async (_, lists, more) => {
    const { came, seen } = await add(nowhere, member("pending"), more, lists);
    expect(came).toMatchObject({ outcome: "done" });
    expect(seen.at(-1)?.body).toMatchObject({ status_if_new: "pending" });
  });

  test.each([
    ["subscribed", "already"],
    ["pending", "already"],
    ["unsubscribed", "refused"],
    ["cleaned", "refused"],
  ])("who is %s is left as they are", async (status, outcome) => {
    const { came, seen } = await add(member(status));
    expect(came).toMatchObject({ outcome });
    expect(seen).toHaveLength(1);
  });

  test.each(["archived", "transactional"])("who is %s is brought back", async (status) => {
    const { came, seen } = await add(member(status), member("subscribed"));
    expect(came).toEqual({ outcome: "done" });
    expect(seen.at(-1)?.body).toMatchObject({ status: "subscribed", status_if_new: "subscribed" });
  });

  test("who opted out is asked, not subscribed, where the merchant chose so", async () => {
    const { came, seen } = await add(member("unsubscribed"), member("pending"), {
      resubscribe: "yes",
    });
    expect(came).toMatchObject({ outcome: "done" });
    expect(seen.at(-1)?.body).toMatchObject({ status: "pending" });
  });

  test("who was archived meanwhile is put once more", async () => {
    const { came, seen } = await add(nowhere, [member("archived"), member("subscribed")]);
    expect([came, seen.length]).toEqual([{ outcome: "done" }, 4]);
  });

  test("who opted out meanwhile is refused, though the answer is 200", async () => {
    expect((await add(nowhere, member("unsubscribed"))).came).toMatchObject({ outcome: "refused" });
  });

  test("a list that is gone is a matter of configuration", async () => {
    expect((await add(nowhere, {}, {}, nowhere)).fault).toMatchObject({ fault: "config" });
  });

  test.each([
    ["Member Exists", "a is already a list member. Use PUT to insert.", undefined, "already"],
    ["Member In Compliance State", "a is in a compliance state due to", undefined, "refused"],
    ["Forgotten Email Not Subscribed", "a was permanently deleted", undefined, "refused"],
    ["Invalid Resource", "a looks fake or invalid", undefined, "refused"],
    ["Invalid Resource", "a has signed up to a lot of lists very recently", undefined, "refused"],
    ["Nieprawidłowy zasób", "Podaj prawidłowy adres", undefined, "refused"],
    ["Invalid Resource", "Your merge fields were invalid.", [{ field: "ADR" }], "config"],
    ["Invalid Resource", "The resource submitted could not be validated.", undefined, "config"],
  ])("400 %s: %s", async (title, detail, errors, expected) => {
    const { came, fault } = await add(nowhere, problem(400, title, detail, errors));
    const verdict =
      fault instanceof ToolError ? fault.fault : (came as { outcome: string }).outcome;
    expect(verdict).toBe(expected);
  });
});

describe("removing", () => {
  const notAllowed = problem(405, "Method Not Allowed", "This list member cannot be removed.");
  const remove = (deletion: object, known: object = nowhere, lists: object = list()) =>
    run("remove", { [`DELETE ${MEMBER}`]: deletion, [`GET ${MEMBER}`]: known, [LIST]: lists });

  test.each([
    ["archives", { status: 204 }, nowhere, "done"],
    ["nobody", nowhere, nowhere, "already"],
    ["who is archived", notAllowed, member("archived"), "already"],
    ["who has not confirmed", notAllowed, member("pending"), "already"],
    ["whose address bounces", notAllowed, member("cleaned"), "already"],
  ])("%s", async (_, deletion, known, outcome) => {
    expect((await remove(deletion, known)).came).toMatchObject({ outcome });
  });

  test("from a list that is gone is a matter of configuration", async () => {
    expect((await remove(nowhere, nowhere, nowhere)).fault).toMatchObject({ fault: "config" });
  });
});

test.each([
  [problem(401, "API Key Invalid", "Your API key may be invalid"), "auth"],
  [problem(403, "User Disabled", "This account has been disabled."), "auth"],
  [problem(403, "Wrong Datacenter", "This API key is for another one"), "auth"],
  [{ status: 403 }, "rate_limited"],
  [{ status: 403, body: "<html>Forbidden" }, "rate_limited"],
  [problem(429, "Too Many Requests", "10 simultaneous connections"), "rate_limited"],
  [problem(503, "ComplianceRelated", "This method has been disabled."), "unavailable"],
])("%j is the fault %s", async (answer, fault) => {
  expect((await run("remove", { [`DELETE ${MEMBER}`]: answer })).fault).toMatchObject({ fault });
});

test("the key's ending is the data centre, the whole key the password", () => {
  const { baseUrl, headers } = mailchimp.connect({ apiKey: credentials.apiKey ?? "" });
  expect(baseUrl).toBe("https://us19.api.mailchimp.com/3.0");
  const basic = headers?.Authorization?.replace("Basic ", "") ?? "";
  expect(Buffer.from(basic, "base64").toString()).toBe(`app:${credentials.apiKey}`);
});

test("neither the key nor its Basic form stands in a record", async () => {
  const { http, exchanges } = fakeHttp(mailchimp, credentials, {
    "GET /": { body: { account_name: "Sklep", email: "a@b.pl" } },
  });
  const given = { apiKey: credentials.apiKey ?? "" };
  expect(await mailchimp.check({ http, credentials: given })).toEqual({
    account: "Sklep (a@b.pl)",
  });
  expect(exchanges[0]?.headers.authorization).toMatch(/^Basic •••• .{4}$/);
  expect(JSON.stringify(exchanges)).not.toContain("0123456789abcdef");
});

test("a data centre that does not exist is a mistyped key", async () => {
  const cause = Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" });
  const lost = new ToolError("unavailable", "not answered", { sent: false, cause });
  const http = Object.assign(async () => Promise.reject(lost), {
    reach: async () => ({ host: "" }),
  });
  const checked = mailchimp.check({ http, credentials: { apiKey: "" } });
  const fault = await checked.catch((error: ToolError) => error);
  if (!(fault instanceof ToolError)) throw new Error("No fault");
  expect(fault.fault).toBe("config");
  expect(readWords(fault.words ?? "", "pl").text).toContain("centrum danych");
});

test("reads every page of lists", async () => {
  const page = (ids: string[]) => ({
    body: { lists: ids.map((id) => ({ id, name: id })), total_items: 3 },
  });
  const { choices, queries } = await listed(mailchimp, "lists", credentials, {
    "GET /lists": [page(["a", "b"]), page(["c"])],
  });
  expect(choices.map(({ value }) => value)).toEqual(["a", "b", "c"]);
  expect(queries.map(({ offset }) => offset)).toEqual(["0", "2"]);
});
