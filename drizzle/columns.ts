import { randomBytes } from "node:crypto";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { text, timestamp } from "drizzle-orm/pg-core";
import { now } from "../lib/clock";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

let latest = { ms: 0, chance: 0n };

/**
 * "run_" and 26 letters: 48 bits of milliseconds, then 80 of chance; can't be guessed, and sorts by age: what one process
 * makes within a millisecond goes up by steps of chance.
 */
export function newId(prefix: string): string {
  const ms = now().getTime();
  const step = BigInt(`0x${randomBytes(9).toString("hex")}`); // 72 bits, so that hundreds of steps fit
  latest = { ms, chance: ms === latest.ms ? latest.chance + step + 1n : step };
  let bits = (BigInt(ms) << 80n) | latest.chance;
  let letters = "";
  for (let i = 0; i < 26; i++) {
    letters = ALPHABET[Number(bits & 31n)] + letters;
    bits >>= 5n;
  }
  return `${prefix}_${letters}`;
}

/** Something to put into an address that must not be guessed: 160 bits. */
export const newEndpoint = () => randomBytes(20).toString("hex");

export const id = (prefix: string) =>
  text()
    .primaryKey()
    .$defaultFn(() => newId(prefix));
export const at = () => timestamp({ withTimezone: true, mode: "date" });
export const createdAt = () => at().notNull().$defaultFn(now);
export const updatedAt = () => at().notNull().$defaultFn(now).$onUpdate(now);

/** The condition of a check constraint: `column` holds one of `values`. */
export function oneOf(column: AnyColumn, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}
