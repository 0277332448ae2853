import { sql } from "drizzle-orm";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeMember,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import type { AutomationInput } from "@/lib/automations/input";
import { closeDb, db } from "@/lib/db";
import { KEEP_ALL } from "@/lib/runs/edit/choice";
import { pageOfTouched, sumTouched } from "@/lib/runs/edit/preview";
import { endAutomation, publishEdit } from "@/lib/runs/edit/publish";
import { tenth } from "./statistics";

const TWO_WEEKS = { side: "after", unit: "weeks", value: 2 } as const;
const THREE_DAYS = { side: "after", unit: "days", value: 3 } as const;

/** In the database of DATABASE_URL: how long it takes to see whom an edit touches, to move all of them, and to cancel all of them; ms. */
export async function editWhileMany(wait: number) {
  const { storeId, userId, automationId, given } = await waitingRuns(wait);
  const first = { automationId, version: 1 };
  const after = { ...given, moment: THREE_DAYS };
  const [sum, summed] = await timed(() =>
    sumTouched(storeId, automationId, { version: 1, timing: after }),
  );
  const [, paged] = await timed(() => pageOfTouched(storeId, automationId, { timing: after }));
  const [moved, moving] = await timed(() =>
    publishEdit(storeId, userId, after, first, { ...KEEP_ALL, all: "move" }),
  );
  const [cancelled, cancelling] = await timed(() =>
    endAutomation(storeId, userId, automationId, "off", { ...KEEP_ALL, all: "cancel" }),
  );
  await closeDb();
  return {
    ...{ waiting: sum.waiting, moved: moved.decided.moved, cancelled: cancelled.cancelled },
    ...{ "preview, ms": tenth(summed + paged), "move, ms": tenth(moving) },
    "cancel, ms": tenth(cancelling),
  };
}

export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
}

/** An automation two weeks after a purchase, and `count` who bought during the last two weeks. */
export async function waitingRuns(count: number) {
  const { id: storeId } = await makeStore();
  const { id: userId } = await makeMember(storeId);
  const product = await makeProduct(storeId);
  const input = { to: "biuro@example.com", subject: "Zakup", text: "Ktoś kupił." };
  const made = await makeAutomation(storeId, {
    productId: product.id,
    version: { moment: TWO_WEEKS, input },
  });
  const customer = await makeCustomer(storeId);
  const event = await makeEvent(storeId);
  const { id } = await makeRun(storeId, { ...made, customer, event });
  await copies(id, count - 1);
  const { name, id: automationId } = made.automation;
  const { trigger, late, tool, integrationId, action, labels } = made.version;
  const given: AutomationInput = {
    ...{ productId: product.id, name, trigger, moment: TWO_WEEKS, late },
    ...{ conditions: [], exitRules: [], sendingWindow: null },
    ...{ tool, integrationId, action, input, labels },
  };
  return { storeId, userId, automationId, given };
}

/** Copies of a run, of purchases spread over the two weeks before now, the earliest first, with ids that go up as real ones do. */
async function copies(runId: string, count: number) {
  await db().execute(sql`
    insert into runs
    select (jsonb_populate_record(r, jsonb_build_object(
      'id', r.id || lpad(n::text, 6, '0'), 'occurrence', r.occurrence || n,
      'due_at', b.at + interval '14 days', 'wake_at', b.at + interval '14 days',
      'snapshot', r.snapshot || jsonb_build_object('anchor',
        to_char(b.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))))).*
    from runs r, generate_series(1, ${count}) n,
      lateral (select r.due_at - (${count} - n) * interval '14 days' / ${count}::float8 as at) b
    where r.id = ${runId}`);
  await db().execute(sql`analyze runs`);
}
