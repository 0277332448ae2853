// @ts-check
// `npm run check`: what can be said about the code without running it. Needs no database.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { install, refuseOldNode } from "./install.mjs";
import { lockProblems } from "./lock-file.mjs";
import { root } from "./root.mjs";
import { program, run } from "./run.mjs";
import { say, step } from "./say.mjs";

/** @typedef {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal, behind?: boolean }} Options */

/** @type {Record<string, (options: Options) => Promise<{ code: number, output: string }>>} */
const checks = {
  "format and lint (Biome)": (options) =>
    node(options, "@biomejs/biome/bin/biome", "ci", "--colors=off", "."),
  "types (TypeScript)": async (options) => {
    // Types of the routes are generated; without them, or with old ones, tsc would judge another app.
    const routes = await node(options, "next/dist/bin/next", "typegen");
    return routes.code === 0 ? node(options, "typescript/bin/tsc", "--noEmit") : routes;
  },
  "layers (dependency-cruiser)": (options) =>
    node(
      options,
      "dependency-cruiser/bin/dependency-cruise.mjs",
      ...["--config", ".dependency-cruiser.mjs", "--output-type", "err"],
      ...["app", "components", "drizzle", "e2e", "lib", "scripts"],
    ),
  "dead code (knip)": (options) => node(options, "knip/bin/knip.js", "--no-progress"),
  "lock file": async () => {
    const problems = lockProblems(
      JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")),
    );
    return { code: problems.length, output: problems.join("\n") };
  },
};

/**
 * Runs all checks side by side and shows what the failed ones say.
 * @param {Options} options
 * @returns {Promise<import("./tally.mjs").Tally>}
 */
export async function checkAll(options) {
  say("Checks without running (Biome, TypeScript, layers, dead code, lock file)");
  const results = await step("Checking", () =>
    Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const { code, output } = await check(options);
        say(`${code === 0 ? "ok    " : "FAILED"}  ${name}`);
        if (code !== 0) console.log(output.trimEnd());
        return code === 0;
      }),
    ),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

/**
 * @param {Options} options
 * @param {string} file
 * @param {string[]} args
 */
function node({ env = process.env, ...how }, file, ...args) {
  return run(process.execPath, [program(file), ...args], {
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
    ...how,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  refuseOldNode();
  await install({ dev: true });
  const { failed } = await checkAll({});
  process.exit(failed === 0 ? 0 : 1);
}
