import { afterAll, expect, test, vi } from "vitest";
import { makeAutomation, makeMember, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { publishIn } from "@/lib/automations/publish";
import { getAutomation } from "@/lib/automations/queries";
import { closeDb, db } from "@/lib/db";
import { receiveEvent } from "@/lib/easycart/receive";
import { sampleEvent } from "@/lib/easycart/samples";
import { planRuns } from "../plan";
import { getRun } from "../queries";

afterAll(closeDb);

test("an event that is planned while an edit is published gets the new version's run", async () => {
  const store = await makeStore();
  const { id: userId } = await makeMember(store.id);
  const product = await makeProduct(store.id);
  const { automation, version } = await makeAutomation(store.id, { productId: product.id });
  const { late, tool, integrationId, action, input, labels, trigger } = version;
  const given = {
    ...{ productId: product.id, name: automation.name, trigger, late, tool, integrationId },
    ...{ action, input, labels, conditions: [], exitRules: [], sendingWindow: null },
    moment: { side: "after", unit: "days", value: 3 } as const,
  };
  const body = JSON.stringify(
    sampleEvent("product_assigned", { productId: product.easycartId ?? undefined }),
  );
  const received = await receiveEvent({ endpoint: store.endpoint, rawBody: Buffer.from(body) });
  let planning: ReturnType<typeof planRuns> | undefined;
  await db().transaction(async (tx) => {
    await publishIn(tx, store.id, userId, given, { automationId: automation.id, version: 1 });
    planning = planRuns(received.id);
    await vi.waitUntil(async () => (await waiters()) > 0, { timeout: 10_000 });
  });
  const plan = await planning;
  expect(plan?.waiting).toHaveLength(1);
  const run = await getRun(store.id, plan?.waiting[0]?.id ?? "");
  expect(run?.snapshot.automation.version).toBe(2);
  expect((await getAutomation(store.id, automation.id)).automation.version).toBe(2);
});

/** Sessions of this test's database that wait for a row somebody else has locked. */
async function waiters(): Promise<number> {
  const rows = await db().execute(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}
