import { readFileSync } from "node:fs";
import { join } from "node:path";
import type postgres from "postgres";
import { z } from "zod";
import { sampleEvent } from "../lib/easycart/samples";

/**
 * At its pace they take a minute and a half and a little: some are planned long after the others. With all
 * other deliveries no more than the 1,000 that the emulator keeps.
 */
export const BACKFILLED = 100;
const PER_MINUTE = 60;

const keys = z.object({ INNGEST_EVENT_KEY: z.string() });
const ports = z.object({ engine: z.number() });

/** Customers of a product who bought before its automation was there, and a backfill that makes up for it. */
export async function beginBackfill(sql: postgres.Sql, folder: string): Promise<void> {
  const payloads = Array.from({ length: BACKFILLED }, (_, number) => ({
    number,
    raw: JSON.stringify(sampleEvent("product_assigned", { email: `past-${number}@example.com` })),
  }));
  await sql`
    insert into products (id, store_id, name, kind, easycart_id, endpoint, saved_at, created_at, updated_at)
    select 'pro_past', id, 'Kurs sprzed roku', 'one_off', 'past', 'past', now(), now(), now() from stores`;
  await sql`
    insert into customers (id, store_id, email, created_at, updated_at)
    select 'cus_past' || number, stores.id, 'past-' || number || '@example.com', now(), now()
    from stores, generate_series(0, ${BACKFILLED - 1}::int) number`;
  await sql`
    insert into shop_events (id, store_id, key, name, raw, product_id, customer_id, signature, occurred_at, received_at, planned_at)
    select 'evt_past' || number, stores.id, 'past ' || number, 'product_assigned', raw, 'pro_past', 'cus_past' || number,
      'unsigned', moment, moment, now()
    from stores, jsonb_to_recordset(${sql.json(payloads)}) as told(number int, raw text),
      lateral (select now() - interval '1 day' + number * interval '1 minute' as moment) at`;
  await sql`
    insert into automations (id, store_id, product_id, name, created_at, updated_at)
    select 'aut_past', id, 'pro_past', 'Po dawnych zakupach', now(), now() from stores`;
  await sql`
    insert into automation_versions (id, store_id, automation_id, number, trigger, tool, integration_id, action, input, labels, created_at)
    select 'ver_past', store_id, 'aut_past', 1, trigger, tool, integration_id, action, input, labels, now()
    from automation_versions where tool = 'webhook' and id <> 'ver_waits'`;
  await sql`
    insert into backfills (id, store_id, automation_id, version_id, since, until, expected, per_minute, slot, next_at, created_at)
    select 'bkf_past', id, 'aut_past', 'ver_past', now() - interval '30 days', now(), ${BACKFILLED}, ${PER_MINUTE}, now(), now(), now()
    from stores`;
  await announce(folder);
}

/** As the panel does, so that it begins at once and not with the next minute. */
async function announce(folder: string): Promise<void> {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const { INNGEST_EVENT_KEY: key } = keys.parse(read("secrets.json"));
  const { engine } = ports.parse(read("ports.json"));
  const body = JSON.stringify([{ name: "backfill/due", data: {} }]);
  const sent = await fetch(`http://127.0.0.1:${engine}/e/${key}`, { method: "POST", body });
  if (!sent.ok) throw new Error(`The engine answered ${sent.status}`);
}

/** How the backfill stands. */
export async function backfillOf(sql: postgres.Sql) {
  const [row] = await sql<{ status: string; planned: number }[]>`
    select status, planned from backfills where id = 'bkf_past'`;
  return row;
}
