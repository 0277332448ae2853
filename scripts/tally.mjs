// @ts-check
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * What a run of vitest or Playwright counted. A runner that ended badly without a failed test, or
 * left no report at all, has failed once: it crashed, or found no tests.
 * @param {number} code its exit code
 * @param {string} file its JSON report
 * @returns {Tally}
 */
export function tallyOf(code, file) {
  const { passed, failed } = existsSync(file) ? count(file) : { passed: 0, failed: 0 };
  return { passed, failed: failed || Number(code !== 0 || passed === 0) };
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }),
    { passed: 0, failed: 0 },
  );
}

/** @param {string} file */
function count(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1 }; // half a report: the runner was killed while it wrote
  }
  if (report.stats) {
    // Playwright; a flaky test passed at a second try, and there are none of those here.
    const { expected, unexpected, flaky } = report.stats;
    return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0) };
  }
  const unread = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ { status, assertionResults }) =>
      status === "failed" && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length };
}
