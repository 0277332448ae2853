import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { sampleEvent } from "../lib/easycart/samples";
import { SIGNATURE_HEADER, signBody } from "../lib/easycart/sign";
import type { Demo } from "./demo";

/** A campaign and a webhook at once, and a webhook that waits. */
export const RUNS_PER_PURCHASE = 3;
/** The shortest moment is a minute, so that a purchase that is told late has a run that waits for the rest of it. */
const TOLD_LATE_MS = 50_000;
const RETRY_MS = 250;

/** On the demo store's course: no letter ten minutes later, and a second webhook a minute after the purchase. */
export async function shapeAutomations(sql: postgres.Sql): Promise<void> {
  await sql`update automations set enabled = false where id in
    (select automation_id from automation_versions where tool = 'notifications')`;
  await sql`
    insert into automations (id, store_id, product_id, name, created_at, updated_at)
    select 'aut_waits', store_id, product_id, 'Minutę po zakupie', now(), now()
    from automations where id in (select automation_id from automation_versions where tool = 'webhook')`;
  await sql`
    insert into automation_versions (id, store_id, automation_id, number, trigger, moment, tool, integration_id, action, input, labels, created_at)
    select 'ver_waits', store_id, 'aut_waits', 1, trigger, '{"side":"after","unit":"minutes","value":1}', tool, integration_id, action, input, labels, now()
    from automation_versions where tool = 'webhook'`;
}

/** Posts a purchase as EasyCart would: again and again, word for word, until it is taken. */
export async function buy({ easycartUrl, signingKey }: Demo, email: string): Promise<void> {
  const now = new Date(Date.now() - TOLD_LATE_MS);
  const body = JSON.stringify(sampleEvent("product_assigned", { email, now }));
  const headers = {
    "content-type": "application/json",
    [SIGNATURE_HEADER]: signBody(body, signingKey),
  };
  while (!(await posted(easycartUrl, { method: "POST", headers, body }))) await pause(RETRY_MS);
}

async function posted(url: string, request: RequestInit): Promise<boolean> {
  try {
    return (await fetch(url, { ...request, signal: AbortSignal.timeout(20_000) })).ok;
  } catch {
    return false; // nobody is there; said again in a moment
  }
}
