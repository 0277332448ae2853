import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lockProblems } from "./lock-file.mjs";
import { root } from "./root.mjs";

test("our own lock file is whole", () => {
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, "utf8"));
  expect(lockProblems(lock)).toEqual([]);
});

test("a platform that npm left out is named", () => {
  const packages = {
    "": { optionalDependencies: { "db-linux": "1.0.0" } },
    "node_modules/db-linux": { version: "1.0.0" },
    "node_modules/next": { optionalDependencies: { "swc-linux": "1.0.0", "swc-darwin": "1.0.0" } },
    "node_modules/next/node_modules/swc-linux": { version: "1.0.0" },
  };
  expect(lockProblems({ packages })).toEqual(["node_modules/next: swc-darwin is missing"]);
});

test("a download address is named", () => {
  const packages = { "node_modules/zod": { version: "4.0.0", resolved: "https://mirror/zod.tgz" } };
  expect(lockProblems({ packages })).toHaveLength(1);
});
