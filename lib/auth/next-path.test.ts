import { expect, test } from "vitest";
import { safeNext } from "./next-path";

test.each(["/", "/products/pro_1?tab=2", "/runs?status=failed&page=2"])("keeps %s", (next) => {
  expect(safeNext(next)).toBe(next);
});

test.each([
  undefined,
  "",
  "products",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "/products/..//evil.example",
  "/..//evil.example",
])("leads %j to the first page or to one of ours", (next) => {
  const path = safeNext(next);
  expect(new URL(path, "https://shop.example").host).toBe("shop.example");
  expect(path).not.toMatch(/^\/[/\\]/);
});
