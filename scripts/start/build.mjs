// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lock } from "../lock.mjs";
import { root } from "../root.mjs";
import { mustRun, program } from "../run.mjs";
import { say, step } from "../say.mjs";

/** What a build is made of. A file that appears elsewhere at the top doesn't cause a build. */
const SOURCES = ["app", "components", "drizzle", "lib", "messages", "public"];
const FILES = [
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const IRRELEVANT = /\.test\.tsx?$|^drizzle\/(testing|seed|migrations)\//;

const stamp = join(root, ".next", "sources.sha256");

/**
 * Builds the web app unless the last build is of the same sources.
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal, behind?: boolean }} [options]
 */
export async function build({ env = process.env, ...how } = {}) {
  if (isBuilt()) return;
  const release = await lock(join(root, ".data", "build.lock"));
  try {
    if (isBuilt()) return;
    const sources = hashOfSources();
    say("Building the web app (next build)");
    await step("Building", () =>
      mustRun("next build", process.execPath, [program("next/dist/bin/next"), "build"], {
        env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        ...how,
      }),
    );
    writeFileSync(stamp, sources);
  } finally {
    release();
  }
}

function isBuilt() {
  return (
    existsSync(join(root, ".next", "BUILD_ID")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === hashOfSources()
  );
}

/** Of contents, since a fresh checkout gives every file a new date. */
function hashOfSources() {
  const inside = SOURCES.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
      : [],
  );
  const hash = createHash("sha256");
  for (const file of [...inside, ...FILES.filter((name) => existsSync(join(root, name)))].sort()) {
    if (IRRELEVANT.test(file.replaceAll("\\", "/"))) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}
