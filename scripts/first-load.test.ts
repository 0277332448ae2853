import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstLoads, weighPages } from "./first-load.mjs";

let build: string;

function put(file: string, content: string | Buffer) {
  const path = join(build, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function putPage(name: string, entries: Record<string, string[]>) {
  const manifest = JSON.stringify({ entryJSFiles: entries });
  put(
    `server/app${name}_client-reference-manifest.js`,
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
globalThis.__RSC_MANIFEST["${name}"] = ${manifest};`,
  );
}

/** Random bytes stay as long after gzip. */
const noise = (kilobytes: number) => randomBytes(kilobytes * 1000);

beforeAll(() => {
  build = mkdtempSync(join(tmpdir(), "first-load-"));
  put("build-manifest.json", JSON.stringify({ rootMainFiles: ["main.js"] }));
  put("main.js", noise(100));
  put("layout.js", noise(30));
  put("form.js", noise(60));
  putPage("/(panel)/page", { layout: ["layout.js"], page: ["layout.js"] });
  putPage("/(panel)/products/[product]/page", { layout: ["layout.js"], page: ["form.js"] });
});
afterAll(() => rmSync(build, { recursive: true }));

test("a page weighs each of its files once, whoever asks for it", () => {
  const loads = firstLoads(build).map(({ page, kilobytes }) => [page, Math.round(kilobytes)]);
  expect(loads).toEqual([
    ["/products/[product]", 190],
    ["/", 130],
  ]);
});

test("a page over the limit fails", () => {
  expect(weighPages(build)).toEqual({ passed: 1, failed: 1 });
});
