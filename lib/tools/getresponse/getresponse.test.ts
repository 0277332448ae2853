import { expect, test } from "vitest";
import { now } from "@/lib/clock";
import { listed, rehearse } from "../fake-http";
import { readWords } from "../words";
import { example } from "./example";
import { getresponse } from "./index";

const { credentials } = example;
const input = { campaign: "C" };
const error = (code: number, message: string, context: unknown = []) => ({
  httpStatus: 400,
  code,
  codeDescription: "",
  message,
  moreInfo: "",
  context,
  uuid: "u",
});
const found = (email: string, campaignId = "C") => ({
  contactId: "pV3r",
  email,
  campaign: { campaignId, name: "x", href: "" },
});
const add = (answer: object) =>
  rehearse(getresponse, "add", { credentials, input, answers: { "POST /contacts": answer } });

test("asks the vendor's way: lower-case address, name within bounds, start of the cycle", async () => {
  const contact = { email: " Ada@Example.com ", name: "ą".repeat(200) };
  const { seen } = await rehearse(getresponse, "add", {
    credentials,
    input,
    contact,
    answers: { "POST /contacts": { status: 202 } },
  });
  expect(seen).toEqual([
    {
      line: "POST /contacts",
      query: {},
      body: {
        email: "ada@example.com",
        name: "ą".repeat(128),
        campaign: { campaignId: "C" },
        dayOfCycle: "0",
      },
    },
  ]);
});

test("leaves an unknown name out", async () => {
  const { seen } = await rehearse(getresponse, "add", {
    credentials,
    input,
    contact: { email: "ada@example.com", name: " " },
    answers: { "POST /contacts": { status: 202 } },
  });
  expect(seen[0]?.body).not.toHaveProperty("name");
});

test.each([
  [{ status: 202 }, "accepted"],
  [{ status: 409, body: error(1008, "Contact already added") }, "already"],
  [{ status: 400, body: error(1002, "Cannot add a contact that is blocked") }, "refused"],
  [{ status: 400, body: error(1000, "Validation", [{ fieldName: ["email"] }]) }, "refused"],
  [{ status: 400, body: error(1007, "Too long") }, "refused"],
])("adding answered by %j is %s", async (answer, outcome) => {
  expect((await add(answer)).came).toMatchObject({ outcome });
});

test.each([
  [{ status: 400, body: error(1001, "Campaign not found") }, "config", undefined],
  [{ status: 400, body: error(1000, "V", [{ fieldName: ["campaign"] }]) }, "config", undefined],
  [{ status: 400, body: error(1027, "Contacts limit") }, "config", undefined],
  [{ status: 400, body: error(1029, "Restricted") }, "config", undefined],
  [{ status: 409, body: error(1009, "Another conflict") }, "config", undefined],
  [{ status: 401, body: error(1014, "Unable to authenticate") }, "auth", undefined],
  [{ status: 403, body: error(1014, "Unable to authenticate") }, "auth", undefined],
  [{ status: 403, body: error(1023, "No permission") }, "auth", undefined],
  [{ status: 403, body: error(1017, "Blocked for good") }, "auth", undefined],
  [{ status: 404, body: error(1024, "Account not found") }, "auth", undefined],
  [{ status: 500, body: error(1, "Internal") }, "unavailable", undefined],
  [{ status: 503, body: error(1019, "Maintenance") }, "unavailable", undefined],
  [
    { status: 429, headers: { "retry-after": "1" }, body: error(1015, "Too many") },
    "rate_limited",
    1,
  ],
  [
    { status: 429, headers: { "x-ratelimit-reset": "432 seconds" }, body: error(1015, "x") },
    "rate_limited",
    432,
  ],
  [
    { status: 429, body: error(1015, "x", { currentLimit: 30_000, timeToReset: "100 seconds" }) },
    "rate_limited",
    100,
  ],
  [{ status: 429 }, "rate_limited", undefined],
])("adding answered by %j is the fault %s", async (answer, fault, retryAfter) => {
  expect((await add(answer)).fault).toMatchObject({ fault, retryAfter, sent: false });
});

test("tells that an unused key expires", async () => {
  const { fault } = await add({ status: 401, body: error(1014, "x") });
  expect(readWords((fault as { words: string }).words, "pl").text).toContain("90 dni");
});

const remove = (contacts: object[], deletion: object = { status: 204 }, lastSuccess?: Date) =>
  rehearse(getresponse, "remove", {
    credentials,
    input,
    lastSuccess,
    answers: { "GET /contacts": { body: contacts }, "DELETE /contacts/pV3r": deletion },
  });

test("looks for the exact address, and never removes a similar one or another campaign's", async () => {
  const others = [found("x-ada+kurs@poczta.example"), found("ada+kurs@poczta.example", "c")];
  const { came, seen } = await remove(others);
  expect(came).toEqual({ outcome: "already" });
  expect(seen).toEqual([
    {
      line: "GET /contacts",
      query: {
        "query[email]": "ada+kurs@poczta.example",
        "query[campaignId]": "C",
        additionalFlags: "exactMatch",
        fields: "email,campaign",
      },
      body: undefined,
    },
  ]);
});

test.each([
  [{ status: 204 }, "done"],
  [{ status: 404, body: error(1013, "Resource not found") }, "already"],
])("removing answered by %j is %s", async (deletion, outcome) => {
  const { came } = await remove([found("Ada+Kurs@poczta.example")], deletion);
  expect(came).toEqual({ outcome });
});

const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * 60_000);

test("soon after our own add, absence means that it is queued", async () => {
  expect((await remove([], undefined, minutesAgo(9))).fault).toMatchObject({
    fault: "unavailable",
    retryAfter: 60,
    sent: false,
  });
  expect((await remove([], undefined, minutesAgo(11))).came).toEqual({ outcome: "already" });
});

test.each([
  [[], "pending"],
  [[found("ada+kurs@poczta.example")], { outcome: "done" }],
])("reading back %j says %j", async (contacts, expected) => {
  const { came } = await rehearse(getresponse, "add", {
    credentials,
    input,
    confirm: {},
    answers: { "GET /contacts": { body: contacts } },
  });
  expect(came).toEqual(expected);
});

test("MAX has its own hosts and tells its domain", () => {
  const max = { ...credentials, plan: "max-pl", domain: "mailing.firma.pl" };
  const { baseUrl, headers } = getresponse.connect({ ...max, apiKey: credentials.apiKey ?? "" });
  expect(baseUrl).toBe("https://api3.getresponse360.pl/v3");
  expect(headers).toMatchObject({
    "X-Auth-Token": `api-key ${credentials.apiKey}`,
    "X-Domain": "mailing.firma.pl",
  });
});

test("reads every page of campaigns", async () => {
  const page = (ids: string[]) => ({
    body: ids.map((campaignId) => ({ campaignId, name: campaignId, isDefault: "false" })),
    headers: { totalpages: "3" },
  });
  const { choices, queries } = await listed(getresponse, "campaigns", credentials, {
    "GET /campaigns": [page(["a"]), page(["b"]), page(["c"])],
  });
  expect(choices.map(({ value }) => value)).toEqual(["a", "b", "c"]);
  expect(queries.map(({ page: number }) => number)).toEqual(["1", "2", "3"]);
});
