import { join } from "node:path";
import postgres from "postgres";
import { z } from "zod";
import { publishAutomation } from "@/lib/automations/publish";
import { closeDb } from "@/lib/db";
import { startPostgres } from "../pg.mjs";
import { buy, data } from "./copy";
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
  // The copy's own server: it runs, so this only tells where it is, with the password.
  const { url } = await startPostgres({ dir: join(data, "postgres") });
  const sql = postgres(url, { max: 1, onnotice() {} });
  process.env.DATABASE_URL = url;
  const automation = await publish(sql);
  // One second for all: it is the event's own time that counts, not when it arrives.
  const now = new Date();
  const customers = Array.from({ length: runs }, (_, number) => `due-${number}@example.com`);
  await Promise.all(customers.map((email) => buy({ email, now })));
  const late = await latenesses(sql, automation, runs);
  await closeDb();
  await sql.end({ timeout: 5 });
  return { ...spread(late), lost: runs - late.length };
}

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

async function latenesses(sql: postgres.Sql, automation: string, runs: number) {
  for (const end = performance.now() + 2 * MINUTE_MS; ; ) {
    const rows = await sql<{ late: number }[]>`
      select 1000 * extract(epoch from started_at - due_at)::float8 as late from runs
      where automation_id = ${automation} and started_at is not null`;
    if (rows.length >= runs || performance.now() > end) return rows.map(({ late }) => late);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
