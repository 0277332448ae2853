import { expect, test } from "vitest";
import { ToolError } from "@/lib/errors";
import { addressInput } from "./input";
import { DELIVERED, triedBy, verdictOf } from "./verdict";

const unavailable = triedBy(new ToolError("unavailable", "down", { words: "zepsute" }));

test("a receiver that is down is tried eight times over about 28 hours", () => {
  const waits = Array.from({ length: 8 }, (_, at) => verdictOf(unavailable, at + 1, 0.5));
  expect(waits.map(({ status }) => status)).toEqual([...Array(7).fill("waiting"), "failed"]);
  const hours = waits.reduce((sum, { again }) => sum + (again ?? 0), 0) / 3_600;
  expect(Math.round(hours)).toBe(28);
});

test("what the receiver asks for is kept to the second", () => {
  const throttled = triedBy(new ToolError("rate_limited", "slow down", { retryAfter: 90 }));
  expect(verdictOf(throttled, 20)).toEqual({ status: "waiting", again: 90 });
});

test("gone is over, taken is done, and what broke on our side is tried again", () => {
  const gone = triedBy(new ToolError("config", "gone", { pause: true }));
  expect(verdictOf(gone, 1)).toEqual({ status: "failed", again: null });
  expect(verdictOf(DELIVERED, 8)).toEqual({ status: "done", again: null });
  expect(verdictOf(triedBy(new TypeError("ours")), 1).status).toBe("waiting");
});

test.each([
  ["hook.eu2.make.com/abc", "https://hook.eu2.make.com/abc"],
  [" https://hook.eu2.make.com/abc ", "https://hook.eu2.make.com/abc"],
])("the address %s is taken as %s", (url, taken) => {
  expect(addressInput.parse({ productId: null, url }).url).toBe(taken);
});

test.each(["", "http://hook.eu2.make.com/abc", "ftp://a.test", "https://"])(
  "the address %s is refused",
  (url) => {
    expect(addressInput.safeParse({ productId: null, url }).success).toBe(false);
  },
);
