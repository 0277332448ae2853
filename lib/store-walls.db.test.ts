import { readdirSync } from "node:fs";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeStore } from "@/drizzle/testing/factories";
import { type FullStore, makeFullStore } from "@/drizzle/testing/full-store";
import { closeDb, db } from "./db";
import { getProduct, saveProduct } from "./products/queries";
import { accessWalls } from "./testing/walls/access";
import { activityWalls } from "./testing/walls/activity";
import { alertWalls } from "./testing/walls/alerts";
import { automationWalls } from "./testing/walls/automations";
import { backfillWalls } from "./testing/walls/backfills";
import { editWalls } from "./testing/walls/edits";
import { erasureWalls } from "./testing/walls/erasure";
import { forwardingWalls } from "./testing/walls/forwarding";
import { integrationWalls } from "./testing/walls/integrations";
import { peopleWalls } from "./testing/walls/people";
import { qrWalls } from "./testing/walls/qr";
import { runWalls } from "./testing/walls/runs";
import { storeWalls } from "./testing/walls/stores";
import { type Query, REFUSED, type Wall } from "./testing/walls/wall";
import { withoutStore } from "./testing/walls/without-store";

const FOREIGN_KEY_VIOLATION = "23503";

const walls: Wall[] = [
  ...[...accessWalls, ...activityWalls, ...alertWalls, ...automationWalls, ...forwardingWalls],
  ...backfillWalls,
  ...editWalls,
  ...erasureWalls,
  ...[...integrationWalls, ...peopleWalls, ...qrWalls, ...runWalls, ...storeWalls],
];

/** Every function that a query file exports, by its file and name. The engine's tables know no stores. */
async function exportedQueries(): Promise<Map<Query, string>> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const named = new Map<Query, string>();
  for (const file of files.filter((name) => /^(?!engine\/).*\b(\w+-)*queries\.ts$/.test(name))) {
    const module: Record<string, unknown> = await import(`${import.meta.dirname}/${file}`);
    for (const [name, value] of Object.entries(module))
      if (typeof value === "function")
        named.set(value as Query, `${file.replace(/\.ts$/, "")} ${name}`);
  }
  return named;
}

const named = await exportedQueries();
const nameOf = ({ query }: Wall) => named.get(query) ?? query.name;

let neighbour: FullStore;
let tables: string[];

beforeAll(async () => {
  neighbour = await makeFullStore();
  const found = await db().execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'store_id' order by 1`);
  tables = found.map(({ name }) => name);
});
afterAll(closeDb);

/** Everything there is of a store, each row with its table. */
async function rowsOf(storeId: string): Promise<unknown[]> {
  const read = (table: string, column: string) => sql`
    select ${table}::text as "table", to_jsonb(t) as row from ${sql.identifier(table)} t
    where ${sql.identifier(column)} = ${storeId}`;
  const all = [read("stores", "id"), ...tables.map((table) => read(table, "store_id"))];
  return [...(await db().execute(sql`${sql.join(all, sql` union all `)} order by 1, 2`))];
}

/** What the store gets for its question: the answer, the error, or REFUSED. */
async function outcomeOf(wall: Wall, storeId: string, theirs: FullStore): Promise<unknown> {
  try {
    return await db().transaction(async (tx) => await wall.ask(tx, storeId, theirs));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return isForeignKey(error) ? REFUSED : error;
  }
}

const isForeignKey = ({ cause }: { cause?: unknown }) =>
  cause instanceof postgres.PostgresError && cause.code === FOREIGN_KEY_VIOLATION;

const idsIn = (value: unknown) =>
  new Set(inspect(value, { depth: Infinity, maxArrayLength: null }).match(/\b[a-z]{3}_\w{26}\b/g));

const expected = ({ gives }: Wall, theirs: FullStore) =>
  typeof gives === "function" ? gives(theirs) : gives;

test.each(walls.map((wall) => [nameOf(wall), wall] as const))("%s", async (_, wall) => {
  const [{ id: empty }, theirs] = await Promise.all([makeStore(), makeFullStore()]);
  const before = await rowsOf(theirs.store.id);
  const gives = expected(wall, theirs);

  expect(await outcomeOf(wall, empty, theirs), "asked by a store with nothing").toEqual(gives);
  const got = await outcomeOf(wall, neighbour.store.id, theirs);
  const echoed = idsIn(gives);
  const leaked = [...idsIn(got)].filter((id) => idsIn(before).has(id) && !echoed.has(id));
  expect(leaked, "another store's ids told").toEqual([]);
  expect(await rowsOf(theirs.store.id), "another store's rows changed").toEqual(before);

  // The question means something: whoever owns the ids gets another answer, or changes something.
  const own = await outcomeOf(wall, theirs.store.id, theirs);
  const after = await rowsOf(theirs.store.id);
  expect([own, after], "the owner's own answer").not.toEqual([gives, before]);
});

test("a plan stays its product's own, whoever names its id in a form", async () => {
  const theirs = await makeFullStore();
  const before = await rowsOf(theirs.store.id);
  const { store, product } = neighbour;
  await saveProduct(store.id, product.id, {
    ...product,
    plans: [{ ...theirs.plan, name: "Nowy" }],
  });
  const { plans } = await getProduct(store.id, product.id);
  expect(plans).toEqual([{ id: expect.not.stringMatching(theirs.plan.id), name: "Nowy" }]);
  expect(await rowsOf(theirs.store.id)).toEqual(before);
});

test("every query has its wall, or a reason to have none", () => {
  const known = [...walls.map(nameOf), ...Object.keys(withoutStore)];
  expect([...new Set(known)].sort()).toEqual([...named.values()].sort());
});
