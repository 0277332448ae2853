import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalize, keyOf } from "./canonical";

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, turned(member)]);
  return Object.fromEntries(members.reverse());
}

test("every JSON value comes back, and equal values are spelled alike", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const parsed = JSON.parse(JSON.stringify(value)) as unknown;
      const spelled = canonicalize(parsed);
      expect(JSON.parse(spelled)).toEqual(parsed);
      expect(canonicalize(turned(parsed))).toBe(spelled);
    }),
  );
});

test("keys sort by UTF-16, members without a value are left out", () => {
  expect(canonicalize({ b: 1, "\ud83d\ude00": 2, "\ufb33": 3, a: undefined })).toBe(
    '{"b":1,"\ud83d\ude00":2,"\ufb33":3}',
  );
  expect(canonicalize(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
});

test("depth has an end", () => {
  const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) as unknown;
  expect(() => canonicalize(deep)).toThrow(RangeError);
});

test("a long key is hashed, equal ones alike", () => {
  expect(keyOf("short")).toBe('"short"');
  expect(keyOf("x".repeat(500))).toMatch(/^[0-9a-f]{64}$/);
  expect(keyOf({ a: 1, b: 2 })).toBe(keyOf({ b: 2, a: 1 }));
});
