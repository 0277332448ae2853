import { sql } from "drizzle-orm";
import { db } from "@/lib/db";

/** Where in the whole database a text stands, as "table.column": in every column, whatever its type. */
export async function columnsWith(text: string): Promise<string[]> {
  const columns = await db().execute<{ schema: string; table: string; column: string }>(sql`
    select table_schema as schema, table_name as "table", column_name as "column"
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema in ('public', 'engine') and table_type = 'BASE TABLE'`);
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const [row] = await db().execute(sql`
      select 1 from ${sql.identifier(schema)}.${sql.identifier(table)}
      where position(lower(${text}) in lower(${sql.identifier(column)}::text)) > 0 limit 1`);
    if (row) found.push(`${table}.${column}`);
  }
  return found;
}
