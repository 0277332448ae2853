import { expect, test } from "vitest";
import { readReply } from "./reply";

const sdk = { "x-inngest-sdk": "inngest-js:v4.24.0", "x-inngest-req-version": "2" };
const reply = (status: number, body: string, headers: Record<string, string> = {}) =>
  readReply({ status, body, headers: { ...sdk, ...headers } });

test("without the SDK's header nothing was answered", () => {
  const answer = { status: 200, headers: {}, body: "{}" };
  expect(readReply(answer)).toMatchObject({ kind: "unanswered" });
  expect(reply(200, "<html>")).toMatchObject({ kind: "unanswered" });
});

test("an error tells whether and when to try again", () => {
  const body = JSON.stringify({ name: "E", message: "m", __serialized: true });
  const headers = { "x-inngest-no-retry": "false", "retry-after": "5" };
  const error = { name: "E", message: "m" };
  expect(reply(500, body, headers)).toEqual({
    kind: "threw",
    version: 2,
    error,
    final: false,
    retryAfter: "5",
  });
  expect(reply(400, body, { "x-inngest-no-retry": "true" })).toMatchObject({ final: true });
  expect(reply(500, '{"error":"Could not find step"}')).toMatchObject({
    error: { name: "Error", message: "Could not find step" },
  });
  expect(reply(500, "[]")).toMatchObject({ error: { message: "Unknown error" } });
});

test("operations may come alone or in a list; what is none of them fails for good", () => {
  const one = { id: "a", op: "StepRun", data: 1 };
  expect(reply(206, JSON.stringify(one))).toMatchObject({ kind: "asked", operations: [one] });
  expect(reply(206, JSON.stringify([one, one]))).toMatchObject({ operations: [one, one] });
  expect(reply(206, '[{"op":1}]')).toMatchObject({ kind: "threw", final: true });
  expect(reply(201, "{}")).toMatchObject({ kind: "threw", final: true });
});
