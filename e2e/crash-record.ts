import type postgres from "postgres";
import { z } from "zod";

export type RunRow = {
  id: string;
  automation: string;
  tool: string;
  email: string;
  status: string;
  /** Of its attempts in their order; null: begun, and nothing heard of since. */
  outcomes: (string | null)[];
  dueAt: Date;
  startedAt: Date | null;
  /** When nothing more was to be done about it. */
  endedAt: Date | null;
};

/** All runs of customers whose address begins so. */
export function runsOf(sql: postgres.Sql, prefix: string): Promise<RunRow[]> {
  return sql<RunRow[]>`
    select r.id, r.automation_id as automation, r.snapshot ->> 'tool' as tool, c.email, r.status,
      r.due_at as "dueAt", r.started_at as "startedAt",
      greatest(r.finished_at, r.confirmed_at) as "endedAt",
      array(select outcome from attempts a where a.run_id = r.id order by number) as outcomes
    from runs r join customers c on c.id = r.customer_id
    where starts_with(c.email, ${prefix})`;
}

/** How many runs those customers have, and how many of them wait or are under way. */
export async function countRuns(sql: postgres.Sql, prefix: string) {
  const [counted] = await sql<[{ planned: number; open: number }]>`
    select count(*)::int as planned, count(r.wake_at)::int as open
    from runs r join customers c on c.id = r.customer_id where starts_with(c.email, ${prefix})`;
  return counted;
}

/** How many times each customer's purchase was stored, by address. */
export async function eventsOf(sql: postgres.Sql): Promise<Map<string, number>> {
  const rows = await sql<{ email: string; count: number }[]>`
    select raw::json ->> 'customer_email' as email, count(*)::int from shop_events group by 1`;
  return new Map(rows.map(({ email, count }) => [email, count]));
}

const state = z.object({
  getresponse: z.object({
    campaigns: z.array(z.object({ contacts: z.array(z.object({ email: z.string() })) })),
    queue: z.array(z.unknown()),
  }),
  webhooks: z.object({
    deliveries: z.array(
      z.object({
        headers: z.object({ "webhook-id": z.string() }),
        body: z.string().transform((text) => message.parse(JSON.parse(text))),
      }),
    ),
  }),
});
const message = z.object({
  data: z.object({
    run: z.object({ id: z.string() }),
    customer: z.object({ email: z.string() }),
  }),
});

/** What the emulated tools have: addresses in campaigns, each as often as it is there, and deliveries. */
export async function toolsHave(toolsUrl: string) {
  const response = await fetch(`${toolsUrl}/state.json`);
  const { getresponse, webhooks } = state.parse(await response.json());
  return {
    contacts: getresponse.campaigns.flatMap(({ contacts }) => contacts.map(({ email }) => email)),
    queued: getresponse.queue.length,
    deliveries: webhooks.deliveries.map(({ headers, body: { data } }) => ({
      id: headers["webhook-id"],
      runId: data.run.id,
      email: data.customer.email,
    })),
  };
}

export const tally = (values: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
