import type { PostgresType } from "postgres";

/**
 * postgres.js asks each new connection for the array types of the database, and a connection that breaks at that moment
 * ends the whole process (porsager/postgres#1192). So it is not asked, and the few array types that statements here
 * send are named beforehand, by PostgreSQL's own fixed numbers (pg_type.dat).
 */
const arrayTypes = {
  boolean: 1000,
  int: 1007,
  text: 1009,
  bigint: 1016,
  float8: 1022,
  timestamptz: 1185,
} as const;

export const withoutTypeLookup = {
  fetch_types: false,
  types: Object.fromEntries(
    Object.entries(arrayTypes).map(([name, to]): [string, PostgresType] => [
      name,
      { to, from: [to], serialize: arrayLiteral, parse: (literal: string) => literal },
    ]),
  ),
} as const;

/** PostgreSQL's notation of a one-dimensional array: every value quoted, which is right for each type above. */
function arrayLiteral(values: unknown): unknown {
  if (!Array.isArray(values)) return values;
  const quoted = values.map((value) =>
    value === null ? "null" : `"${String(value).replace(/[\\"]/g, "\\$&")}"`,
  );
  return `{${quoted.join(",")}}`;
}
