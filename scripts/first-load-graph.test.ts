import { readdirSync, readFileSync } from "node:fs";
import { build, type Metafile } from "esbuild";
import { expect, test } from "vitest";
import { root } from "./root.mjs";

/** Fetched when a form is first changed or a menu first opened: never with a page. */
const LATE = ["zod", "@hookform/resolvers", "temporal-polyfill", "@base-ui/react", "next-auth"];

const isClient = (file: string) =>
  readFileSync(`${root}/${file}`, "utf8").startsWith('"use client"');

function pages(): string[] {
  const files = readdirSync(`${root}/app`, { recursive: true }).map((file) => `app/${file}`);
  return files.filter((file) => file.endsWith(".tsx"));
}

async function graphOf(entryPoints: string[]): Promise<Metafile["inputs"]> {
  const { metafile } = await build({
    ...{ absWorkingDir: root, entryPoints, outdir: "out", write: false, metafile: true },
    ...{ bundle: true, splitting: true, format: "esm", jsx: "automatic", packages: "external" },
    loader: { ".css": "empty" },
  });
  return metafile.inputs;
}

const isLate = (path: string) => LATE.some((name) => path === name || path.startsWith(`${name}/`));

/** The files from `file` to a late package, by imports that a page waits for. */
function wayToLate(graph: Metafile["inputs"], file: string, seen = new Set<string>()): string[] {
  seen.add(file);
  const waited = graph[file]?.imports.filter(({ kind }) => kind === "import-statement") ?? [];
  for (const { path, external } of waited) {
    if (external && isLate(path)) return [file, path];
    if (external || seen.has(path)) continue;
    const way = wayToLate(graph, path, seen);
    if (way.length > 0) return [file, ...way];
  }
  return [];
}

const importsOf = (graph: Metafile["inputs"], file: string) =>
  graph[file]?.imports.filter(({ kind, external }) => kind === "import-statement" && !external) ??
  [];

test("no page waits for what only some visits need", async () => {
  const graph = await graphOf(pages());
  const clients = new Set(Object.keys(graph).filter(isClient));
  // Where the browser's part of a page begins.
  const doors = Object.keys(graph)
    .filter((file) => !clients.has(file))
    .flatMap((file) => importsOf(graph, file).map(({ path }) => path))
    .filter((path) => clients.has(path));
  expect(new Set(doors).size).toBeGreaterThan(30);
  const ways = [...new Set(doors)].map((door) => wayToLate(graph, door).join(" → "));
  expect(ways.filter(Boolean)).toEqual([]);
});
