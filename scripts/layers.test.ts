import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";
import layers from "../.dependency-cruiser.mjs";
import { root } from "./root.mjs";
import { program } from "./run.mjs";

/** Each rule and an import that it must catch: from file, to file. */
const wrong: [rule: string, from: string, to: string][] = [
  ["no-cycles", "lib/a/one.ts", "lib/a/two.ts"],
  ["resolvable", "lib/a/lost.ts", "lib/nowhere.ts"],
  ["tests-are-leaves", "lib/runs/claim.ts", "drizzle/testing/factories.ts"],
  ["lib-is-below", "lib/products/queries.ts", "app/page.tsx"],
  ["lib-is-below", "drizzle/schema/runs.ts", "components/when.tsx"],
  ["components-are-below-app", "components/when.tsx", "app/page.tsx"],
  ["ui-is-bare", "components/ui/button.tsx", "lib/format.ts"],
  ["ui-is-bare", "components/ui/badge.tsx", "components/when.tsx"],
  ["components-see-only-shapes", "components/rows.tsx", "lib/products/queries.ts"],
  ["components-see-only-shapes", "components/columns.tsx", "lib/tools/registry.ts"],
  ["sql-stands-in-queries", "app/(panel)/page.tsx", "drizzle/schema/runs.ts"],
  ["sql-stands-in-queries", "lib/runs/plan.ts", "drizzle/schema/runs.ts"],
  ["a-tool-stands-alone", "lib/tools/first/index.ts", "lib/tools/second/index.ts"],
  ["a-tool-stands-alone", "lib/tools/first/index.ts", "lib/tools/http.ts"],
  ["tools-have-one-door", "lib/runs/perform.ts", "lib/tools/first/index.ts"],
  ["tools-have-one-door", "app/(panel)/tools.tsx", "lib/tools/second/index.ts"],
  ["tools-are-lowest", "lib/tools/registry.ts", "lib/integrations/queries.ts"],
  ["easycart-is-below-meaning", "lib/easycart/receive.ts", "lib/triggers/trigger.ts"],
  ["runs-are-above", "lib/automations/publish.ts", "lib/runs/status.ts"],
  ["forwarding-stands-apart", "lib/forwarding/deliver.ts", "lib/runs/status.ts"],
  ["runs-know-no-forwarding", "lib/runs/plan.ts", "lib/forwarding/deliver.ts"],
  ["functions-are-served-only", "app/api/easycart/route.ts", "lib/inngest/functions.ts"],
  ["the-engine-stands-alone", "lib/engine/main.ts", "lib/runs/status.ts"],
  ["nobody-names-the-engine", "lib/health/engine.ts", "lib/engine/main.ts"],
  ["emulators-stand-alone", "e2e/emulators/first/index.ts", "lib/tools/tool.ts"],
  ["the-oracle-stands-alone", "scripts/year/oracle.ts", "lib/automations/due.ts"],
  ["no-test-packages-in-the-app", "lib/products/input.ts", "node_modules/for-tests/index.js"],
  ["scripts-begin-with-node-alone", "scripts/start.mjs", "node_modules/for-all/index.js"],
];

/** Imports that must be allowed: a rule that forbids everything would pass the test above. */
const right: [from: string, to: string][] = [
  ["app/page.tsx", "lib/products/input.ts"],
  ["app/api/inngest/route.ts", "lib/inngest/functions.ts"],
  ["components/fields.tsx", "lib/products/input.ts"],
  ["lib/runs/queries.ts", "drizzle/schema/runs.ts"],
  ["lib/runs/steer.ts", "lib/automations/moment.ts"],
  ["lib/tools/catalogue.ts", "lib/tools/tool.ts"],
  ["lib/tools/second/index.ts", "lib/tools/tool.ts"],
];

const folder = mkdtempSync(join(tmpdir(), "easycart-layers-"));

/** Each file imports what the tables name; what is only imported stands empty. */
function writeTree() {
  const imports = new Map<string, string[]>([["lib/a/two.ts", ["lib/a/one.ts"]]]);
  const edges = [...wrong.map(([, from, to]) => [from, to] as const), ...right];
  for (const [from, to] of edges) {
    imports.set(from, [...(imports.get(from) ?? []), to]);
    if (to !== "lib/nowhere.ts" && !imports.has(to)) imports.set(to, []);
  }
  for (const [file, targets] of imports) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const lines = targets.map((target) => `import "${specifier(target)}";\n`);
    writeFileSync(join(folder, file), `${lines.join("")}export const here = 1;\n`);
  }
  const versions = {
    dependencies: { "for-all": "1.0.0" },
    devDependencies: { "for-tests": "1.0.0" },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(versions));
  const paths = { compilerOptions: { paths: { "@/*": ["./*"] } } };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(paths));
}

function specifier(file: string) {
  const [, name] = /^node_modules\/([^/]+)/.exec(file) ?? [];
  return name ?? `@/${file.replace(/\.tsx?$/, "")}`;
}

let found: { rule: string; from: string; to: string }[] = [];

beforeAll(() => {
  writeTree();
  const config = join(root, ".dependency-cruiser.mjs");
  const { stdout } = spawnSync(
    process.execPath,
    [
      program("dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      config,
      "-T",
      "json",
      ".",
    ],
    { cwd: folder, encoding: "utf8", maxBuffer: 10_000_000 },
  );
  const { summary } = JSON.parse(stdout) as ICruiseResult;
  found = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}, 30_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(wrong)("%s catches %s -> %s", (rule, from, to) => {
  const target = rule === "resolvable" ? expect.stringContaining("nowhere") : to;
  expect(found).toContainEqual({ rule, from, to: target });
});

test.each(right)("%s may import %s", (from, to) => {
  expect(found.filter((one) => one.from === from && one.to === to)).toEqual([]);
});

test("every rule is broken above", () => {
  const named = layers.forbidden.map(({ name }) => name);
  expect([...new Set(wrong.map(([rule]) => rule))].sort()).toEqual(named.sort());
});
