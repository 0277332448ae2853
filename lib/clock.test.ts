import { readdirSync, readFileSync } from "node:fs";
import { decode, encode } from "next-auth/jwt";
import { afterEach, expect, test } from "vitest";
import { machineNow, now, setClockOffset } from "./clock";

const YEAR_MS = 365 * 86_400_000;
const root = `${import.meta.dirname}/..`;

afterEach(() => setClockOffset(0));

test("a moved clock moves the present, not the machine's time", () => {
  const before = machineNow().getTime();
  setClockOffset(YEAR_MS);
  expect(now().getTime()).toBeGreaterThanOrEqual(before + YEAR_MS);
  expect(machineNow().getTime()).toBeLessThan(before + 60_000);
});

test("nobody is signed out because the clock was moved", async () => {
  const secret = "only-for-this-test";
  const token = await encode({ token: { sub: "usr_1" }, secret });
  setClockOffset(YEAR_MS);
  expect(await decode({ token, secret })).toMatchObject({ sub: "usr_1" });
});

const files = (folder: string, pattern: RegExp) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name): [string, string] => [name, readFileSync(`${root}/${folder}/${name}`, "utf8")]);

const DATABASE_TIME =
  /\bnow\(\)|current_(timestamp|date|time)\b|(clock|statement|transaction)_timestamp\(/i;
/** A pace is kept in the machine's time: what a tool takes in a second does not grow when a demo leaps ahead. */
const BY_THE_MACHINE = ["tools/system-queries.ts"];

test("no statement asks the database what time it is", () => {
  const statements = [
    ...files("drizzle/migrations", /\.sql$/),
    ...["lib", "drizzle"].flatMap((folder) =>
      files(folder, /\.ts$/).flatMap(([name, text]) =>
        [...text.matchAll(/\bsql(?:<[^`]*?>)?`((?:\$\{[^}]*\}|[^`])*)`/g)].map(
          ([, statement = ""]): [string, string] => [name, statement.replace(/\$\{[^}]*\}/g, "")],
        ),
      ),
    ),
  ];
  expect(statements.length).toBeGreaterThan(50);
  const asking = statements.filter(([, statement]) => DATABASE_TIME.test(statement));
  expect(asking.map(([name]) => name).filter((name) => !BY_THE_MACHINE.includes(name))).toEqual([]);
  expect(asking.length, "the exception is one").toBeGreaterThan(0);
});
