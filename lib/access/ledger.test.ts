import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FACT_KINDS, type Fact, type FactKind } from "./fact";
import { ledgerOf } from "./ledger";

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000);
let made = 0;

function fact(kind: FactKind, at: number, more: Partial<Fact> = {}): Fact {
  const key = String(made++);
  return { eventId: key, key, kind, at: day(at), order: "A", subscription: false, ...more };
}

const one = (...facts: Fact[]) => {
  const { accesses } = ledgerOf(facts);
  expect(accesses).toHaveLength(1);
  return accesses[0];
};

describe("a product with an access length", () => {
  test("counts from the assignment, whichever of the two events comes first", () => {
    const bought = fact("bought", 0, { limit: day(30) });
    const assigned = fact("assigned", 0.5, { limit: day(30.5) });
    expect(one(bought)).toMatchObject({ startedAt: day(0), endsAt: day(30) });
    expect(one(assigned, bought)).toMatchObject({ startedAt: day(0), endsAt: day(30.5) });
    const late = fact("bought", 1, { limit: day(31) });
    expect(one(late, assigned)?.endsAt).toEqual(day(30.5));
  });

  test("believes the end that EasyCart tells over its own reckoning", () => {
    const told = fact("assigned", 0, { limit: day(30), expiresAt: day(60) });
    expect(one(told)?.endsAt).toEqual(day(60));
    const expiring = fact("expiring", 27, { expiresAt: day(31) });
    expect(one(fact("assigned", 0, { limit: day(30) }), expiring)?.endsAt).toEqual(day(31));
  });

  test("bought again under another order is another access", () => {
    const { accesses } = ledgerOf([
      fact("assigned", 0, { limit: day(30) }),
      fact("expired", 30),
      fact("assigned", 40, { limit: day(70), order: "B" }),
    ]);
    expect(accesses).toMatchObject([
      { source: "A", endedAt: day(30) },
      { source: "B", endedAt: undefined },
    ]);
  });
});

describe("a subscription", () => {
  const created = fact("bought", 0, { subscription: true, periodEnd: day(30) });

  test("has no end while it renews", () => {
    expect(one(created)?.endsAt).toBeUndefined();
    expect(one(created, fact("renewed", 30, { periodEnd: day(60) }))?.endsAt).toBeUndefined();
  });

  test("ends with its period once it is cancelled, and only then", () => {
    const canceled = fact("canceled", 10, { periodEnd: day(30) });
    expect(one(created, canceled)).toMatchObject({ endsAt: day(30), endedAt: undefined });
    const ended = one(created, canceled, fact("subscription_expired", 30.1));
    expect(ended).toMatchObject({ endsAt: day(30), endedAt: day(30.1) });
  });

  test("loses its end when it is resumed or renewed", () => {
    const canceled = fact("canceled", 10, { periodEnd: day(30) });
    for (const kind of ["resumed", "renewed"] as const)
      expect(one(created, canceled, fact(kind, 20, { periodEnd: day(60) }))?.endsAt).toBe(
        undefined,
      );
  });

  test("moves its end where it stays cancelled", () => {
    const canceled = fact("canceled", 10, { periodEnd: day(30) });
    const still = { canceled: true, periodEnd: day(90) };
    for (const kind of ["renewed", "plan_changed"] as const)
      expect(one(created, canceled, fact(kind, 20, still))?.endsAt).toEqual(day(90));
  });

  test("keeps an end by the product's length when a cancellation is withdrawn", () => {
    const limited = fact("assigned", 0, { subscription: true, limit: day(365) });
    const canceled = fact("canceled", 10, { periodEnd: day(30) });
    expect(one(limited, canceled)?.endsAt).toEqual(day(30));
    expect(one(limited, canceled, fact("resumed", 11))?.endsAt).toEqual(day(365));
  });

  test("is told of by renewals that are orders of their own", () => {
    const renewed = fact("renewed", 30, { order: "renewal-1" });
    const canceled = fact("canceled", 40, { order: "renewal-2", periodEnd: day(60) });
    const ended = fact("subscription_expired", 60, { order: undefined });
    expect(one(created, renewed, canceled, ended)).toMatchObject({ source: "A", endsAt: day(60) });
  });

  test("changes its plan", () => {
    const changed = fact("plan_changed", 5, { plan: "Roczny" });
    expect(one({ ...created, plan: "Miesięczny" }, changed)?.plan).toBe("Roczny");
  });

  test("ends at once when it is deleted without a paid period left", () => {
    expect(one(created, fact("deleted", 12))?.endsAt).toEqual(day(12));
    expect(one(created, fact("deleted", 12, { periodEnd: day(30) }))?.endsAt).toEqual(day(30));
  });

  test("that is over ends every access it gave", () => {
    const again = fact("assigned", 30, { order: "renewal-1", subscription: true });
    const { accesses } = ledgerOf([
      created,
      again,
      fact("subscription_expired", 60, { order: "renewal-1", subscription: true }),
    ]);
    expect(accesses.map(({ endedAt }) => endedAt)).toEqual([day(60), day(60)]);
  });
});

test("an end told long before the known one is the end", () => {
  const assigned = fact("assigned", 0, { limit: day(365) });
  expect(one(assigned, fact("expired", 20))).toMatchObject({ endsAt: day(20), endedAt: day(20) });
});

test("what is over stays over until it is given again", () => {
  const facts = [fact("assigned", 0), fact("expired", 20), fact("expiring", 21)];
  expect(one(...facts)).toMatchObject({ endedAt: day(20) });
  expect(one(...facts, fact("assigned", 22))).toMatchObject({ endedAt: undefined });
});

const facts = fc.array(
  fc.record({
    kind: fc.constantFrom(...FACT_KINDS),
    at: fc.integer({ min: 0, max: 6 }).map(day),
    order: fc.constantFrom("A", "B", undefined),
    subscription: fc.boolean(),
    canceled: fc.constantFrom(true, false, undefined),
    expiresAt: fc.option(fc.integer({ min: 0, max: 12 }).map(day), { nil: undefined }),
    periodEnd: fc.option(fc.integer({ min: 0, max: 12 }).map(day), { nil: undefined }),
    limit: fc.option(fc.integer({ min: 0, max: 12 }).map(day), { nil: undefined }),
  }),
  { maxLength: 10 },
);

const shuffled = facts.chain((told) => {
  const all: Fact[] = told.map((each, at) => ({ ...each, eventId: `e${at}`, key: `k${at}` }));
  return fc.tuple(
    fc.constant(all),
    fc.shuffledSubarray(all, { minLength: all.length }),
    fc.subarray(all),
  );
});

test("any order of arrival, with any repetitions, ends in the same ledger", () => {
  const sorted = (told: Fact[]) =>
    ledgerOf(told).accesses.toSorted((a, b) => (a.source < b.source ? -1 : 1));
  fc.assert(
    fc.property(shuffled, ([inOrder, otherwise, again]) => {
      expect(sorted([...otherwise, ...again])).toEqual(sorted(inOrder));
    }),
    { numRuns: 500 },
  );
});

test("every fact is about one access of the ledger, which starts no later", () => {
  fc.assert(
    fc.property(shuffled, ([all]) => {
      const { accesses, sourceOf } = ledgerOf(all);
      for (const { eventId, at } of all) {
        const about = accesses.find(({ source }) => source === sourceOf.get(eventId));
        expect(about?.startedAt.getTime()).toBeLessThanOrEqual(at.getTime());
      }
    }),
  );
});
