import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { z } from "zod";
import { publishAutomation } from "@/lib/automations/publish";
import { closeDb } from "@/lib/db";
import { startPostgres } from "../pg.mjs";
import { buy, data, engineMemory } from "./copy";
import { spread } from "./statistics";

const seeded = z.object({
  store: z.string(),
  product: z.string(),
  person: z.string(),
  account: z.string(),
});
const TOOL = "webhook";
const MINUTE_MS = 60_000;

/** How late runs begin that are all due at one moment, a minute after their events. */
export async function dueTogether(runs: number) {
  return await due(runs, 0);
}

/**
 * How late runs begin that come due one after the other, each a minute after its event, while very many
 * others wait and the engine is being told of these; and what its process holds in memory meanwhile, MB.
 */
export async function dueAmongMany(runs: number) {
  const before = engineMemory();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most ?? 0, engineMemory() ?? 0) || undefined;
  }, 500);
  const late = await due(runs, 45_000);
  clearInterval(watch);
  return { late, engine: { before, most, after: engineMemory() } };
}

/** `spreadMs`: over what time their events are posted; 0: all at once, and due in one second. */
async function due(runs: number, spreadMs: number) {
  // The copy's own server: it runs, so this only tells where it is, with the password.
  const { url } = await startPostgres({ dir: join(data, "postgres") });
  const sql = postgres(url, { max: 1, onnotice() {} });
  process.env.DATABASE_URL = url;
  automation ??= await publish(sql);
  // It is the event's own time that counts, not when it arrives.
  const now = Date.now();
  const posts = Array.from({ length: runs }, async (_, number) => {
    const after = (number * spreadMs) / runs;
    await pause(after);
    await buy({ email: `due-${now}-${number}@example.com`, now: new Date(now + after) });
  });
  await Promise.all(posts);
  const late = await latenesses(sql, { automation, since: new Date(now) }, runs);
  await closeDb();
  await sql.end({ timeout: 5 });
  return { ...spread(late), lost: runs - late.length };
}

let automation: string | undefined;

async function publish(sql: postgres.Sql) {
  const [row] = await sql`
    select a.store_id as store, a.product_id as product, v.created_by as person, v.integration_id as account
    from automations a join automation_versions v on v.automation_id = a.id where v.tool = ${TOOL}`;
  const { store, product, person, account } = seeded.parse(row);
  const { automationId } = await publishAutomation(store, person, {
    productId: product,
    name: "Minutę po zakupie",
    trigger: "purchase",
    moment: { side: "after", unit: "minutes", value: 1 },
    late: "run_now",
    conditions: [],
    exitRules: [],
    sendingWindow: null,
    tool: TOOL,
    integrationId: account,
    action: "send",
    input: {},
    labels: {},
  });
  return automationId;
}

async function latenesses(
  sql: postgres.Sql,
  { automation, since }: { automation: string; since: Date },
  runs: number,
) {
  for (const end = performance.now() + 2 * MINUTE_MS; ; ) {
    const rows = await sql<{ late: number }[]>`
      select 1000 * extract(epoch from started_at - due_at)::float8 as late from runs
      where automation_id = ${automation} and created_at >= ${since} and started_at is not null`;
    if (rows.length >= runs || performance.now() > end) return rows.map(({ late }) => late);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
