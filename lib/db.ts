import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "./env";
import { withoutTypeLookup } from "./postgres-options";
import { preparing } from "./prepared";

function connect() {
  const client = postgres(env().DATABASE_URL, {
    max: env().DATABASE_POOL,
    ...withoutTypeLookup,
    connection: { TimeZone: "UTC" },
    onnotice() {},
  });
  return { client, db: drizzle({ client: preparing(client), casing: "snake_case" }) };
}

/** Kept on globalThis: the dev server loads this module anew at each edit, and each pool would stay open. */
const held = globalThis as typeof globalThis & { easycartPool?: ReturnType<typeof connect> };

/** The pool's Drizzle. Opened at first use, so that a build needs no database. */
export function db() {
  held.easycartPool ??= connect();
  return held.easycartPool.db;
}

export type Db = ReturnType<typeof db>;
/** A transaction, or the pool itself where one statement is enough. */
export type Tx = Db | Parameters<Parameters<Db["transaction"]>[0]>[0];

/** Closes the pool; for scripts and tests. A time limit, since a broken connection never ends by itself. */
export async function closeDb(): Promise<void> {
  await held.easycartPool?.client.end({ timeout: 5 });
  held.easycartPool = undefined;
}

/** Drizzle wraps what the driver threw. */
const causeOf = (error: unknown) => (error instanceof Error && error.cause ? error.cause : error);

/** The name of the unique or foreign key that a failed statement broke, if that is why it failed. */
export function brokenConstraint(error: unknown): string | undefined {
  const cause = causeOf(error);
  if (!(cause instanceof postgres.PostgresError)) return undefined;
  return ["23505", "23503", "23514"].includes(cause.code) ? cause.constraint_name : undefined;
}

/** Deadlock and serialization failure: PostgreSQL rolled back, and the same work may simply be done again. */
const AGAIN = ["40P01", "40001"];
const MOST_TRIES = 5;

/** Does `work`, a whole transaction, again when PostgreSQL chose it as the one to give way. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const cause = causeOf(error);
      const gaveWay = cause instanceof postgres.PostgresError && AGAIN.includes(cause.code);
      if (!gaveWay || tries === MOST_TRIES) throw error;
    }
  }
}
