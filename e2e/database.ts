import { join } from "node:path";
import postgres from "postgres";
import { startPostgres } from "../scripts/pg.mjs";

/** The database of a copy that runs, for what no page tells. */
export async function databaseOf(folder: string): Promise<postgres.Sql> {
  const { url } = await startPostgres({ dir: join(folder, "postgres") });
  return postgres(url, { max: 2, onnotice() {}, connect_timeout: 2 });
}
