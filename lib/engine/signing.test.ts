import { expect, test } from "vitest";
import { bearerOf, sameSecret, signBody } from "./signing";

test("a body is signed as the SDK checks it", () => {
  const body = '{"url":"http://127.0.0.1:3000/api/inngest"}';
  const key = "signkey-local-0123456789abcdef0123456789abcdef";
  expect(signBody(body, key, new Date(1_700_000_000_999))).toBe(
    "t=1700000000&s=77a473e49ebd4777b0cf6900cf7b90e67b3e993acddf0f7c08c6d2594eab0c99",
  );
});

test("the bearer keeps the prefix and hashes the bytes", () => {
  expect(bearerOf("signkey-prod-0123456789abcdef0123456789abcdef")).toBe(
    "signkey-prod-223e0a160af9da0a03e6dd2c4719c56f5d66a633cbe84e78aaa9f3735865522a",
  );
});

test("secrets are compared whole", () => {
  expect(sameSecret("a", "a")).toBe(true);
  expect(sameSecret("a", "ab")).toBe(false);
  expect(sameSecret("", "ab")).toBe(false);
});
