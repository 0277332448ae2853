import { expect, test } from "vitest";
import { retryAfter, throttleWait } from "./wait";

const NOW = new Date("2026-11-24T10:00:00.000Z");
const unix = NOW.getTime() / 1000;
const headers = (given: Record<string, string>) => (name: string) => given[name];

test.each([
  [{ "retry-after": "7" }, 7],
  [{ "retry-after": "0" }, 1],
  [{ "retry-after": "1.2" }, 2],
  [{ "retry-after": "Tue, 24 Nov 2026 10:00:30 GMT" }, 30],
  [{ "retry-after": "Tue, 24 Nov 2026 09:00:00 GMT" }, 1],
  // Their clock runs a minute ahead of ours, and so does the date they name.
  [{ "retry-after": "Tue, 24 Nov 2026 10:01:30 GMT", date: "Tue, 24 Nov 2026 10:01:00 GMT" }, 30],
  [{ "retry-after": "999999" }, 86_400],
  [{ "retry-after": "3", "x-ratelimit-reset": "60" }, 3],
  [{ "x-ratelimit-retry-after": "12" }, 12],
  [{ "x-ratelimit-reset": "41" }, 41],
  [{ "x-ratelimit-reset": "432 seconds" }, 432],
  [{ "x-ratelimit-reset": String(unix + 50) }, 50],
  [{ "x-ratelimit-reset": String((unix + 50) * 1000) }, 50],
  [{ "x-ratelimit-reset": "2026-11-24 10:00:20" }, 20],
  [{ "x-ratelimit-reset": "soon" }, undefined],
  [{ "retry-after": "", "x-ratelimit-reset": "5" }, 5],
  [{}, undefined],
])("a throttle with %j waits %s s", (given, expected) => {
  expect(throttleWait(headers(given), NOW)).toBe(expected);
});

test("a tool that is down is believed about Retry-After only: its limit is another matter", () => {
  expect(retryAfter(headers({ "x-ratelimit-reset": "600" }), NOW)).toBeUndefined();
  expect(retryAfter(headers({ "retry-after": "9" }), NOW)).toBe(9);
});
