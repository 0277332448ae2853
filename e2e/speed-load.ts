import type postgres from "postgres";

export const CUSTOMERS = 10_000;
export const RUNS = 100_000;
/** Two runs an event; one event in a hundred waits for something. */
const EVENTS = RUNS / 2;

/** Seven years of a busy store: the last run a moment ago, the first 100,000 half-hours before. */
const APART = "37 minutes";

/** One thing of each kind to open. */
export type Loaded = Record<"product" | "automation" | "run" | "customer", string>;

/**
 * Fills the store of the person with `email` from one run of another store, which says what a run
 * looks like. By SQL: a million statements would take longer than all tests.
 */
export async function loadStore(sql: postgres.Sql, email: string): Promise<Loaded> {
  const [store] = await sql<[{ id: string; at: Date }]>`
    select s.id, s.created_at as at from stores s
    join memberships m on m.store_id = s.id join users u on u.id = m.user_id where u.email = ${email}`;
  const { id, at } = store;
  await sql`
    insert into products (id, store_id, endpoint, name, kind, easycart_id, saved_at, created_at, updated_at)
    select 'pro_load' || i, ${id}, 'load' || i, 'Kurs ' || i, 'one_off', 'load-' || i, ${at}, ${at}, ${at}
    from generate_series(1, 20) i`;
  await sql`
    insert into automations (id, store_id, product_id, name, created_at, updated_at)
    select 'aut_load' || i, ${id}, 'pro_load' || (1 + i % 20), 'Automatyzacja ' || i, ${at}, ${at}
    from generate_series(0, 39) i`;
  await sql`
    insert into automation_versions (id, store_id, automation_id, number, trigger, tool, action, input, labels, created_at)
    select 'ver_load' || i, ${id}, 'aut_load' || i, 1, trigger, tool, action, input, labels, ${at}
    from generate_series(0, 39) i,
      (select * from automation_versions where tool = 'notifications' limit 1) like_this`;
  await sql`
    insert into customers (id, store_id, email, name, created_at, updated_at)
    select 'cus_load' || i, ${id}, 'klient' || i || '@example.com', 'Klient Numer ' || i, ${at}, ${at}
    from generate_series(0, ${CUSTOMERS - 1}) i`;
  await sql`
    insert into accesses (id, store_id, product_id, customer_id, source, started_at, updated_at)
    select 'acc_load' || i, ${id}, 'pro_load' || (1 + i % 20), 'cus_load' || i, 'load', ${at}, ${at}
    from generate_series(0, ${CUSTOMERS - 1}) i`;
  await sql`
    insert into shop_events (id, store_id, key, name, raw, product_id, customer_id, signature, occurred_at, received_at, planned_at)
    select 'evt_load' || i, ${id}, 'load' || i, 'product_assigned', '{"event":"product_assigned"}',
      'pro_load' || (1 + i % 20), 'cus_load' || (i % ${CUSTOMERS}), 'unsigned', e.at, e.at, e.at
    from generate_series(0, ${EVENTS - 1}) i,
      lateral (select ${at}::timestamptz - i * 2 * ${APART}::interval as at) e`;
  await loadRuns(sql, id, at);
  return { product: "pro_load1", automation: "aut_load0", run: "run_load1", customer: "cus_load0" };
}

/** Of a thousand 960 went well, 20 failed, 10 were refused and 10 wait for the days to come. */
async function loadRuns(sql: postgres.Sql, id: string, at: Date) {
  await sql`
    insert into runs (id, store_id, automation_id, version_id, product_id, customer_id, event_id, access_id,
      occurrence, snapshot, status, fault, due_at, wake_at, created_at, started_at, finished_at)
    select 'run_load' || i, ${id}, a.id, replace(a.id, 'aut', 'ver'), a.product_id,
      e.customer_id, e.id, null, 'load' || i,
      jsonb_set(like_this.snapshot, '{automation}', jsonb_build_object('id', a.id, 'name', a.name, 'version', 1)),
      r.status, case r.status when 'failed' then 'unavailable' end, r.due,
      case r.status when 'waiting' then r.due end, r.due,
      case r.status when 'waiting' then null else r.due end,
      case r.status when 'waiting' then null else r.due + interval '1 second' end
    from generate_series(0, ${RUNS - 1}) i
    cross join (select snapshot from runs where snapshot ->> 'tool' = 'notifications' limit 1) like_this
    join automations a on a.store_id = ${id} and a.id = 'aut_load' || (i % 40)
    join shop_events e on e.store_id = ${id} and e.id = 'evt_load' || (i / 2)
    cross join lateral (
      select case when i % 100 = 0 then 'waiting' when i % 50 = 7 then 'failed'
          when i % 100 = 3 then 'refused' else 'done' end as status,
        ${at}::timestamptz + (case when i % 100 = 0 then i + 100 else -i end) * ${APART}::interval as due
    ) r`;
  await sql`
    insert into attempts (id, store_id, run_id, number, kind, outcome, started_at, finished_at)
    select 'att_' || id, store_id, id, 1, 'act', case status when 'failed' then 'unavailable' else status end,
      started_at, finished_at
    from runs where store_id = ${id} and started_at is not null`;
  await sql.unsafe("analyze");
}
