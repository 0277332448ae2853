import fc from "fast-check";
import { expect, test } from "vitest";
import { maskSecret } from "./mask";
import { maskIn, recorded } from "./record";

const KEY = "abcdef/0123456789+3f9c=";

test.each([
  ["as it stands", KEY],
  ["in a URL", `https://x.y/?key=${encodeURIComponent(KEY)}`],
  ["in JSON", JSON.stringify({ key: KEY })],
  ["in JSON with escaped slashes", JSON.stringify({ key: KEY }).replaceAll("/", "\\/")],
  ["in base64", Buffer.from(KEY).toString("base64")],
])("a secret %s is masked", (_, text) => {
  const masked = maskIn([KEY])(text);
  expect(masked).not.toContain("0123456789");
  expect(masked).toContain(maskSecret(KEY));
});

test("shows the end of a long secret only", () => {
  expect([maskSecret(KEY), maskSecret("short")]).toEqual(["•••• f9c=", "••••"]);
});

test("a secret within a secret leaves nothing of either", () => {
  const masked = maskIn(["secret-inside", "a-secret-inside-another"])("a-secret-inside-another");
  expect(masked).toBe(maskSecret("a-secret-inside-another"));
});

test("an end that means something in a replacement is shown as it is", () => {
  expect(maskIn(["0123456789abcd$&"])("key 0123456789abcd$&")).toBe("key •••• cd$&");
});

test("no text keeps any secret that was named", () => {
  const secret = fc.string({ minLength: 8, maxLength: 40 }).filter((text) => !text.includes("•"));
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (key, before, after) => {
      const masked = maskIn([key])(`${before}${key}${after}`);
      expect(masked).not.toContain(key);
    }),
  );
});

test("keeps the beginning of a long body, and no NUL", () => {
  const kept = recorded({
    method: "POST",
    url: "https://x.y/",
    headers: {},
    sent: "s".repeat(30_000),
    status: 200,
    received: `a\0${"b".repeat(10_000)}`,
    startedAt: "2026-11-24T10:00:00.000Z",
    ms: 1,
  });
  expect([kept.sent?.length, kept.received.length]).toEqual([20_001, 4_001]);
  expect(kept.received.slice(0, 3)).toBe("a�b");
});
