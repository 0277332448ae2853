import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { now } from "@/lib/clock";
import { ToolError } from "@/lib/errors";
import { OCCASION, rehearse } from "../fake-http";
import { openHttp } from "../http";
import { unpaced } from "../pace";
import { rotateSigningSecret, signingSecretsAt } from "../signing";
import type { Exchange } from "../tool";
import { readWords } from "../words";
import { example } from "./example";
import { webhook } from "./index";

const { credentials } = example;
const send = (answer: object, more: object = {}) =>
  rehearse(webhook, "send", { credentials, answers: { "POST ": answer }, ...more });

/** The delivery as it left, with the receiver's own library to verify it. */
async function delivered(secret: string, path = "/abc123") {
  const exchanges: Exchange[] = [];
  let sent: { headers: Record<string, string>; body: string } | undefined;
  const http = openHttp({
    tool: webhook,
    credentials: { ...credentials, url: `https://hook.eu2.make.com${path}`, secret },
    exchanges,
    pace: unpaced,
    wire: {
      send: async ({ headers, body = "" }) => {
        sent = { headers, body };
        return { status: 200, headers: {}, body: "Accepted" };
      },
      reach: async () => {},
    },
  });
  const args = { http, input: {}, contact: { email: "ada@example.com" }, occasion: OCCASION };
  const means = { mail: async () => ({ accepted: true, response: "" }) };
  await webhook.actions.send.run({
    ...args,
    ...means,
    credentials: { url: "", silence: "ask", secret },
    lastSuccess: async () => undefined,
  });
  if (!sent) throw new Error("Nothing was sent");
  return { ...sent, exchanges };
}

test("the official library verifies the signature over the bytes that were sent", async () => {
  const secret = credentials.secret ?? "";
  const { headers, body } = await delivered(secret);
  expect(new Webhook(secret).verify(body, headers)).toEqual({
    type: "purchase",
    timestamp: OCCASION.event.receivedAt,
    data: {
      event: OCCASION.event.payload,
      automation: OCCASION.automation,
      run: {
        id: OCCASION.runId,
        attempt: 1,
        dueAt: OCCASION.dueAt,
        isSample: false,
      },
      product: OCCASION.product,
      store: OCCASION.store,
      customer: { email: "ada@example.com" },
    },
  });
  expect(headers["webhook-id"]).toBe(OCCASION.runId);
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow("No matching signature");
});

test("after a rotation receivers with either secret verify it", async () => {
  const rotated = rotateSigningSecret(credentials.secret ?? "", now());
  const { headers, body } = await delivered(rotated);
  const secrets = signingSecretsAt(rotated, now());
  expect(secrets).toHaveLength(2);
  for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toBeTruthy();
});

test("no record holds the signing secrets", async () => {
  const rotated = rotateSigningSecret(credentials.secret ?? "", now());
  const { exchanges } = await delivered(rotated);
  for (const secret of signingSecretsAt(rotated, now()))
    expect(JSON.stringify(exchanges)).not.toContain(secret);
});

test("the type is made of words joined by dots", async () => {
  const { seen } = await send({ body: "ok" }, { occasion: { trigger: "access_expired" } });
  expect(seen[0]?.body).toMatchObject({ type: "access.expired" });
});

test.each([200, 201, 204])("%i is delivered, whatever the answer says", async (status) => {
  expect((await send({ status, body: "<html>Thank you" })).came).toEqual({ outcome: "done" });
});

test.each([
  [301, "config", undefined],
  [400, "unavailable", undefined],
  [401, "unavailable", undefined],
  [404, "unavailable", undefined],
  [409, "unavailable", undefined],
  [410, "config", undefined],
  [425, "unavailable", undefined],
  [429, "rate_limited", 7],
  [500, "unavailable", 7],
  [504, "unavailable", 7],
])("%i is the fault %s", async (status, fault, retryAfter) => {
  const headers = status >= 425 && status !== 425 ? { "retry-after": "7" } : {};
  const tried = await send({ status, headers, body: "no" });
  expect(tried.fault).toMatchObject({ fault, retryAfter, sent: false });
});

test("gone pauses the integration and quotes the receiver", async () => {
  const body = "There is no scenario listening for this webhook.";
  const { fault } = await send({ status: 410, body });
  if (!(fault instanceof ToolError)) throw new Error("No fault");
  expect(fault.pause).toBe(true);
  expect(readWords(fault.words ?? "", "pl").text).toContain(body);
});

test("an unanswered delivery is repeated only where the merchant allowed it", () => {
  const { repeatable } = webhook.actions.send;
  if (typeof repeatable !== "function") throw new Error("The merchant is not asked");
  const given = { url: "", secret: "" };
  expect(repeatable({ ...given, silence: "ask" })).toBe(false);
  expect(repeatable({ ...given, silence: "again" })).toBe(true);
});

test("tries eight times over about 28 hours", () => {
  const { retryDelays = [] } = webhook;
  const hours = retryDelays.reduce((sum, delay) => sum + delay, 0) / 3_600;
  expect([retryDelays.length + 1, Math.round(hours)]).toEqual([8, 28]);
});
