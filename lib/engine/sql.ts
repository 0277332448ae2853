import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { log } from "@/lib/log";
import { withoutTypeLookup } from "@/lib/postgres-options";

export type Sql = postgres.Sql;
/** A transaction, or the pool where one statement is enough. */
export type Tx = postgres.Sql | postgres.TransactionSql;

/** Calls in flight, each recorded by one short statement, share this many connections. */
const CONNECTIONS = 8;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;

export function openSql(url: string): Sql {
  return postgres(url, {
    ...withoutTypeLookup,
    max: CONNECTIONS,
    connect_timeout: 5, // seconds
    connection: { TimeZone: "UTC", application_name: "engine" },
    backoff: (failures: number) => Math.min(0.05 * 2 ** failures, LONGEST_PAUSE_MS / 1000),
    onnotice() {},
  });
}

/** The driver takes the type of an array from its first element, and knows none for arrays of dates or booleans. */
export const asTexts = (values: readonly (Date | boolean)[]): string[] =>
  values.map((value) => (value instanceof Date ? value.toISOString() : String(value)));

/**
 * Whether a statement failed for a reason that passes: the database is away or restarting (classes 08, 53 and 57, or
 * an error of the socket), or two transactions stood in each other's way (class 40).
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (error instanceof postgres.PostgresError) return /^(08|40|53|57)/.test(code);
  if (code === "CONNECTION_ENDED") return false; // we closed the pool ourselves
  return /^(CONNECT|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)/.test(code);
}

/**
 * Repeats work on the database until it answers: a recorded step must not be lost because the database was restarting.
 * Gives up after `ms`, where given.
 */
export async function persist<T>(
  what: string,
  work: () => Promise<T>,
  ms = Number.POSITIVE_INFINITY,
): Promise<T> {
  let waited = 0;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || waited >= ms) throw error;
      log.warn({ err: error, what }, "engine.database.retry");
      await pause(wait);
      waited += wait;
    }
  }
}
