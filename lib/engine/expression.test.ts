import { expect, test } from "vitest";
import { ExpressionError, evaluate, parseExpression } from "./expression";

const event = {
  name: "quote",
  data: { id: "q1", total: 5, paid: true, none: null, nested: { deep: "x" }, list: [1] },
};

test.each([
  ["event.data.id", "q1"],
  ["event.data.nested.deep", "x"],
  ["event.data.missing.deeper", undefined],
  ["event.data.id == 'q1'", true],
  ['event.data.id == "q2"', false],
  ["event.data.id != 'q2' && event.data.total == 5", true],
  ["event.data.paid == true && event.data.id == 'no'", false],
  ["event.data.missing == null", true],
  ["event.data.none == null", true],
  ["event.data.missing == 'x'", false],
  ["event.data.missing != 'x'", true],
  ["event.data.missing == event.data.gone", false],
  ["event.data.total == 5.0", true],
  ["event.data.total == '5'", false],
  ["'a' + '-' + event.data.id", "a-q1"],
  ["event.data.id + event.data.total", "q15"],
  ["event.data.total + 1", 6],
  ["event.data.id + event.data.missing", undefined],
  ["('a' + 'b') == 'ab'", true],
  [String.raw`'it\'s'`, "it's"],
])("%s", (source, expected) => {
  expect(evaluate(parseExpression(source), { event })).toEqual(expected);
});

test.each([
  "event.data.total > 100",
  "event.data.a || event.data.b",
  "!event.data.a",
  "event.data['a']",
  "size(event.data.list)",
  "user.name",
  "event.data.",
  "event.data.id ==",
  "(event.data.id",
  "event.data.id 'x'",
  "'open",
  "",
  "event.data.list.exists(x, x == 1)",
  "1 ? 2 : 3",
])("%s is refused by name", (source) => {
  const parse = () => parseExpression(source);
  expect(parse).toThrow(ExpressionError);
  expect(parse).toThrow(JSON.stringify(source));
});
