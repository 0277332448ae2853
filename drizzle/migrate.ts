import { pathToFileURL } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { env } from "../lib/env";

/** Any number that nobody else locks: two processes that start at once must not migrate at once. */
const LOCK = 727_274;

export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice() {} });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await migrate(drizzle({ client }), {
      migrationsFolder: `${import.meta.dirname}/migrations`,
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await migrateDatabase(env().DATABASE_URL);
}
