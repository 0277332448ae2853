import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { castOnly } from "./generate";
import { MUTANTS } from "./mutants";
import { type Expected, Oracle } from "./oracle";

const here = import.meta.dirname;
const life = castOnly();

/** What is compared with the product's runs. */
const said = (runs: readonly Expected[]) =>
  runs
    .map(({ automation, version, customer, due, status, reason, begun, email }) =>
      [automation, version, customer, due, status, reason, begun, email].join(" | "),
    )
    .sort();

const right = said(new Oracle(life).tell());

test.each(MUTANTS)("the cast's year finds out: $what", async ({ file, from, to }) => {
  const text = readFileSync(join(here, file), "utf8");
  expect(text.split(from)).toHaveLength(2);
  const wrong = await oracleWith(
    file,
    text.replace(from, () => to),
  );
  expect(said(new wrong(life).tell())).not.toEqual(right);
});

/** The oracle with one of its files changed. */
async function oracleWith(changed: string, text: string): Promise<typeof Oracle> {
  const { outputFiles } = await build({
    entryPoints: [join(here, "oracle.ts")],
    ...{ bundle: true, format: "esm", platform: "node", write: false },
    plugins: [
      {
        name: "one-wrong-rule",
        setup({ onLoad, onResolve }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) =>
            path === join(here, changed) ? { contents: text, loader: "ts" } : undefined,
          );
          onResolve({ filter: /^temporal-polyfill$/ }, ({ path }) => ({
            path: import.meta.resolve(path),
            external: true,
          }));
        },
      },
    ],
  });
  const code = outputFiles?.[0]?.contents ?? new Uint8Array();
  const module = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
  return module.Oracle;
}
