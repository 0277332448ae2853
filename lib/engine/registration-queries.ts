import type { Tx } from "./sql";

/** System-wide: the app's functions serve every store. */

/** The functions of the last sync as JSON; null before the first. */
export async function loadRegistration(sql: Tx): Promise<string | null> {
  const [row] = await sql<{ functions: string }[]>`
    select functions from engine.registrations order by synced_at desc limit 1`;
  return row?.functions ?? null;
}

export async function saveRegistration(
  sql: Tx,
  given: { app: string; functions: string; at: Date },
): Promise<void> {
  await sql`
    insert into engine.registrations (app, functions, synced_at)
    values (${given.app}, ${given.functions}, ${given.at})
    on conflict (app) do update set functions = excluded.functions, synced_at = excluded.synced_at`;
}
