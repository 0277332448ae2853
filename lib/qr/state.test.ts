import { expect, test } from "vitest";
import { drawCode } from "./picture";
import { stateOf } from "./state";
import { isToken, scanUrl } from "./token";

const AT = new Date("2026-11-24T12:00:00Z");
const open = { endsAt: null, endedAt: null };

test.each([
  ["valid", { ...open, remaining: null }],
  ["valid", { ...open, remaining: 1 }],
  ["used", { ...open, remaining: 0 }],
  ["expired", { ...open, remaining: 0, endsAt: AT }],
  ["expired", { ...open, remaining: 5, endedAt: AT }],
  ["valid", { ...open, remaining: 5, endsAt: new Date(AT.getTime() + 1) }],
] as const)("is %s", (state, code) => {
  expect(stateOf(code, AT)).toBe(state);
});

const token = "0".repeat(40);

test("a picture is an SVG, or a PNG", async () => {
  const url = scanUrl("https://sklep.test", token);
  expect(await drawCode(url, "svg")).toMatch(/^<svg /);
  expect((await drawCode(url, "png")).slice(1, 4).toString()).toBe("PNG");
});

test.each([token.slice(1), `${token}0`, "G".repeat(40), "../secret", ""])(
  "%s is no token",
  (text) => {
    expect(isToken(text)).toBe(false);
  },
);
