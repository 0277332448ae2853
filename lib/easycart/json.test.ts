import { describe, expect, test } from "vitest";
import { eventKey, readJsonObject } from "./json";

const read = (text: string) => readJsonObject(Buffer.from(text));
const keyOf = (text: string, productId: string | null = null) =>
  eventKey(text, read(text).value, productId);

describe("readJsonObject", () => {
  test("keeps the text as it came", () => {
    const text = '{ "a" : "\\u0142/ł" }';
    expect(read(text)).toEqual({ text, value: { a: "ł/ł" } });
  });

  const nested = (depth: number) => `${'{"a":['.repeat(depth / 2)}${"]}".repeat(depth / 2)}`;

  test.each([
    ["", "not_json"],
    ["{", "not_json"],
    ['{"a":1}{"a":1}', "not_json"],
    ['{"a":"\u0000"}', "not_json"],
    ["[1]", "not_object"],
    ["null", "not_object"],
    ['"{}"', "not_object"],
    [nested(34), "too_deep"],
    ["[".repeat(1_000_000), "too_deep"],
    [`{"a":${"[".repeat(40)}`, "too_deep"],
  ])("refuses %.20s: %s", (text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });

  test("brackets in texts are not nesting", () => {
    expect(read(nested(32)).value).toHaveProperty("a");
    const value = { a: '["'.repeat(100), 'b[{\\"': "\\" };
    expect(read(JSON.stringify(value)).value).toEqual(value);
  });

  test("refuses what is not UTF-8", () => {
    const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xb3]), Buffer.from('"}')]);
    expect(() => readJsonObject(body)).toThrow(expect.objectContaining({ code: "not_utf8" }));
  });
});

describe("eventKey", () => {
  const key = keyOf('{"a":1,"b":{"c":[1,2],"d":"ł"}}');

  test.each([
    ['{"b":{"d":"ł","c":[1,2]},"a":1}'],
    ['{ "a": 1.0, "b": {"c": [1, 2], "d": "\\u0142"} }'],
  ])("is the same for %s", (text) => {
    expect(keyOf(text)).toBe(key);
  });

  test.each([
    ['{"a":2,"b":{"c":[1,2],"d":"ł"}}'],
    ['{"a":"1","b":{"c":[1,2],"d":"ł"}}'],
    ['{"a":1,"b":{"c":[2,1],"d":"ł"}}'],
    ['{"a":1,"b":{"c":[1,2],"d":"ł"},"e":null}'],
  ])("is another one for %s", (text) => {
    expect(keyOf(text)).not.toBe(key);
  });

  test("belongs to the product whose address was used", () => {
    expect(keyOf('{"a":1}', "pro_1")).not.toBe(keyOf('{"a":1}', "pro_2"));
  });

  test("tells apart numbers that JavaScript takes for one", () => {
    expect(keyOf('{"a":9007199254740992}')).not.toBe(keyOf('{"a":9007199254740993}'));
  });

  test("takes __proto__ for a name like any other", () => {
    expect(keyOf('{"__proto__":{"a":1}}')).not.toBe(keyOf('{"__proto__":{"a":2}}'));
  });
});
