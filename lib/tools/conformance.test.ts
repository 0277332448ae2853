import { beforeAll, expect, test } from "vitest";
import { type Conformance, conform, exampleBeside } from "./conformance/conform";
import { tableOf } from "./conformance/table";
import { tools } from "./registry";

let found: Conformance;
beforeAll(async () => {
  found = await conform(tools, exampleBeside);
}, 120_000);

test("no tool misreads any answer", () => {
  expect(tableOf(found).gaps).toEqual([]);
});

test("every tool was tried", () => {
  const tried = [...found].map(([name, findings]) => [name, findings.length >= 10]);
  expect(tried).toEqual(tools.map(({ name }) => [name, true]));
});
