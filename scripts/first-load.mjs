// @ts-check
// What a browser loads before a page answers, from the manifests that the build left.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { root } from "./root.mjs";
import { say } from "./say.mjs";

/** JavaScript that one page may ask for at its first load, in kilobytes (1000 bytes) after gzip. */
const FIRST_LOAD_LIMIT_KB = 180;

const MANIFEST = "page_client-reference-manifest.js";

/** @typedef {{ page: string, kilobytes: number }} FirstLoad */

/**
 * Each page with the scripts of its own, of its layouts, and of whatever stands in for them when they
 * fail. The polyfills aren't counted: only browsers without modules ask for them.
 * @param {string} [build]
 * @returns {FirstLoad[]} the heaviest first
 */
export function firstLoads(build = join(root, ".next")) {
  const { rootMainFiles } = JSON.parse(readFileSync(join(build, "build-manifest.json"), "utf8"));
  /** @type {Map<string, number>} */
  const weights = new Map();
  const weigh = (/** @type {string} */ file) => {
    const known = weights.get(file) ?? gzipSync(readFileSync(join(build, file))).length;
    weights.set(file, known);
    return known;
  };
  return pagesOf(join(build, "server/app"))
    .map(({ page, entries }) => {
      const files = new Set([...rootMainFiles, ...entries]);
      const bytes = [...files].reduce((sum, file) => sum + weigh(file), 0);
      return { page, kilobytes: bytes / 1000 };
    })
    .toSorted((a, b) => b.kilobytes - a.kilobytes);
}

/**
 * Shows what each page loads, and counts those within the limit.
 * @param {string} [build]
 * @returns {import("./tally.mjs").Tally}
 */
export function weighPages(build) {
  const loads = firstLoads(build);
  say(`First load of each page, in kB of JavaScript (at most ${FIRST_LOAD_LIMIT_KB})`);
  for (const { page, kilobytes } of loads) {
    const verdict = kilobytes > FIRST_LOAD_LIMIT_KB ? "FAILED" : "ok    ";
    console.log(`  ${verdict}  ${kilobytes.toFixed(1).padStart(6)}  ${page}`);
  }
  const failed = loads.filter(({ kilobytes }) => kilobytes > FIRST_LOAD_LIMIT_KB).length;
  // A build without pages is none.
  return { passed: loads.length - failed, failed: failed || Number(loads.length === 0) };
}

/** @param {string} app */
function pagesOf(app) {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(MANIFEST))
    .map((file) => {
      // The manifest is a script that fills a global; read as Next itself reads it.
      const context = createContext({});
      runInContext(readFileSync(join(app, file), "utf8"), context);
      const [[name, manifest] = ["", { entryJSFiles: {} }]] = Object.entries(
        context.__RSC_MANIFEST,
      );
      return {
        page: name.replace(/\/\([\w-]+\)/g, "").replace(/\/page$/, "") || "/",
        entries: Object.entries(manifest.entryJSFiles)
          // Fetched when it is shown.
          .filter(([segment]) => !segment.endsWith("/not-found"))
          .flatMap(([, files]) => /** @type {string[]} */ (files)),
      };
    });
}
