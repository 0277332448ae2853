import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { customers } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { makeAutomation, makeEvent, makeProduct, makeStore } from "@/drizzle/testing/factories";
import type { Moment } from "@/lib/automations/moment";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { parsePayload } from "@/lib/easycart/payload";
import { type SampleEvent, sampleEvent } from "@/lib/easycart/samples";
import type { Trigger } from "@/lib/triggers/trigger";
import { planRuns } from "./plan";

afterAll(closeDb);

const HOUR = 3_600_000;
const present = new Date(Math.floor(now().getTime() / 1000) * 1000);
/** All of it was in the last two days and is heard of only now, in whatever order. */
const hoursAgo = (hours: number) => new Date(present.getTime() - hours * HOUR);

type Happening = {
  name: SampleEvent;
  hoursAgo: number;
  order?: string;
  endsInDays?: number;
  email?: string;
  more?: object;
};

const MOMENTS: (Moment | null)[] = [
  null,
  { side: "after", unit: "days", value: 3 },
  { side: "before", unit: "hours", value: 30 },
  { side: "before", unit: "weeks", value: 1 },
];
const AHEAD: Trigger[] = ["access_expired", "access_expiring", "subscription_ended"];
const TRIGGERS: Trigger[] = ["purchase", "plan_changed", ...AHEAD];
const EASYCART_ID = 77;

/** A store with each trigger at each moment, where it has one. */
async function makeShop(kind: "one_off" | "subscription") {
  const { id: storeId } = await makeStore();
  const accessDays = kind === "one_off" ? 20 : null;
  const product = await makeProduct(storeId, { kind, accessDays });
  for (const trigger of TRIGGERS)
    for (const [number, moment] of MOMENTS.entries())
      if (moment?.side !== "before" || AHEAD.includes(trigger))
        await makeAutomation(storeId, {
          productId: product.id,
          name: `${trigger} ${number}`,
          version: { trigger, moment },
        });
  return { storeId, product };
}

/** What is left to do, or was done, once all has been told; what was called off on the way tells of the way alone. */
async function runsAfter(kind: "one_off" | "subscription", told: readonly Happening[]) {
  const { storeId, product } = await makeShop(kind);
  const stored = new Map<Happening, string>();
  for (const happening of told) {
    const { name, hoursAgo: hours, order = "o-1", endsInDays = 20, email, more } = happening;
    const endsAt = new Date(present.getTime() + endsInDays * 24 * HOUR);
    const person = { email: email ?? "stary@example.test", name: "Anna Lis" };
    const facts = { ...person, orderId: order, now: hoursAgo(hours), endsAt };
    const productId = product.easycartId ?? undefined;
    const payload = {
      ...sampleEvent(name, { ...facts, productId }),
      ...{ customer_id: EASYCART_ID, ...more },
    };
    const known = stored.get(happening);
    const id =
      known ??
      (
        await makeEvent(storeId, {
          name: parsePayload(payload).name,
          payload,
          occurredAt: facts.now,
          receivedAt: present,
        })
      ).id;
    stored.set(happening, id);
    await planRuns(id);
  }
  const rows = await db()
    .select({ run: runs, email: customers.email })
    .from(runs)
    .innerJoin(customers, eq(customers.id, runs.customerId))
    .where(eq(runs.storeId, storeId));
  return rows
    .filter(({ run }) => run.status !== "cancelled")
    .map(({ run, email }) =>
      [
        run.snapshot.automation.name,
        email,
        run.snapshot.contact.email,
        run.dueAt.toISOString(),
        run.status,
      ].join(" | "),
    )
    .sort();
}

const moved = {
  name: "customer_data_changed",
  email: "nowy@example.test",
  more: { customer_old_email: "stary@example.test" },
} as const;

const STORIES: Record<"one_off" | "subscription", Happening[]> = {
  one_off: [
    { name: "single_product_bought", hoursAgo: 47 },
    { name: "product_assigned", hoursAgo: 46.9 },
    { ...moved, hoursAgo: 30 },
    { name: "product_access_expired", hoursAgo: 20, endsInDays: 0, email: moved.email },
    { name: "product_assigned", hoursAgo: 5, order: "o-2", email: moved.email },
  ],
  subscription: [
    { name: "subscription_created", hoursAgo: 47 },
    { name: "product_assigned", hoursAgo: 46.5 },
    { name: "subscription_plan_changed", hoursAgo: 40 },
    { name: "subscription_canceled", hoursAgo: 30 },
    { name: "subscription_resumed", hoursAgo: 20 },
    { ...moved, hoursAgo: 15 },
    { name: "subscription_canceled", hoursAgo: 10, email: moved.email },
  ],
};

/** A part of a story, told in another order and some of it more than once. */
const retold = fc
  .constantFrom("one_off" as const, "subscription" as const)
  .chain((kind) => fc.tuple(fc.constant(kind), fc.subarray(STORIES[kind], { minLength: 2 })))
  .chain(([kind, part]) =>
    fc.record({
      kind: fc.constant(kind),
      inTime: fc.constant(part),
      retold: fc
        .tuple(
          fc.shuffledSubarray(part, { minLength: part.length }),
          fc.array(fc.constantFrom(...part), { maxLength: 3 }),
        )
        .map(([shuffled, again]) => [...shuffled, ...again]),
    }),
  );

const [created, , , canceled, , moves, canceledAgain] = STORIES.subscription;
/** The new address is heard of before the word that it is the same person's: both have the runs by then. */
const knownByTwoAddresses = {
  kind: "subscription" as const,
  inTime: [created, canceled, moves, canceledAgain].filter((each) => each !== undefined),
  retold: [created, canceled, canceledAgain, moves].filter((each) => each !== undefined),
};

const RETELLINGS = 20;

test(`${RETELLINGS} retellings of a store's events, in any order and with repetitions, end in the same runs`, {
  timeout: 120_000,
}, async () => {
  const counts = { retellings: 0, events: 0, runs: 0 };
  await fc.assert(
    fc.asyncProperty(retold, async ({ kind, inTime, retold }) => {
      const expected = await runsAfter(kind, inTime);
      expect(await runsAfter(kind, retold)).toEqual(expected);
      counts.retellings++;
      counts.events += retold.length;
      counts.runs += expected.length;
    }),
    { numRuns: RETELLINGS, examples: [[knownByTwoAddresses]] },
  );
  // biome-ignore lint/suspicious/noConsole: how much was tried is part of what this shows
  console.log(
    `any order: ${counts.retellings} retellings of ${counts.events} events, ${counts.runs} runs`,
  );
  expect(counts.runs).toBeGreaterThan(RETELLINGS);
});
