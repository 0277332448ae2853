import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sum, tallyOf } from "./tally.mjs";

const folder = mkdtempSync(join(tmpdir(), "easycart-tally-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown) {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}
const vitest = (passed: number, failed: number, testResults: unknown[] = []) =>
  report({ numPassedTests: passed, numFailedTests: failed, testResults });
const playwright = (expected: number, unexpected: number, errors: unknown[] = []) =>
  report({ stats: { expected, unexpected, flaky: 0 }, errors });

test.each([
  ["vitest, all well", 0, vitest(7, 0), { passed: 7, failed: 0 }],
  ["vitest, two failed", 1, vitest(5, 2), { passed: 5, failed: 2 }],
  [
    "vitest, a file that could not be read",
    1,
    vitest(5, 0, [{ status: "failed", assertionResults: [] }]),
    { passed: 5, failed: 1 },
  ],
  ["an error outside the tests", 1, vitest(5, 0), { passed: 5, failed: 1 }],
  ["no test at all", 0, vitest(0, 0), { passed: 0, failed: 1 }],
  ["Playwright, all well", 0, playwright(4, 0), { passed: 4, failed: 0 }],
  ["Playwright, one failed", 1, playwright(3, 1), { passed: 3, failed: 1 }],
  ["Playwright, the app did not start", 1, playwright(0, 0, [{}]), { passed: 0, failed: 1 }],
  ["no report", 0, join(folder, "none.json"), { passed: 0, failed: 1 }],
  ["half a report", 137, report('{"numPas'), { passed: 0, failed: 1 }],
])("%s", (_, code, file, expected) => {
  expect(tallyOf(code, file)).toEqual(expected);
});

test("tallies add up", () => {
  const all = [
    { passed: 2, failed: 1 },
    { passed: 3, failed: 0 },
  ];
  expect(sum(all)).toEqual({ passed: 5, failed: 1 });
});
