import { randomBytes } from "node:crypto";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { text, timestamp } from "drizzle-orm/pg-core";
import { now } from "../lib/clock";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** "run_" and 26 letters: 48 bits of milliseconds, then 80 of chance; sorts by age and can't be guessed. */
export function newId(prefix: string): string {
  let bits = BigInt(now().getTime());
  for (const byte of randomBytes(10)) bits = (bits << 8n) | BigInt(byte);
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
