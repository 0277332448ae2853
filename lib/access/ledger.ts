import { isSameEnd } from "./expiring";
import { FACT_KINDS, type Fact, type FactKind } from "./fact";

/** A customer's right to a product, as the facts known so far tell it. */
export type AccessState = {
  /** The order that gave it. */
  source: string;
  plan?: string;
  startedAt: Date;
  /** When it was last given or went on. */
  since: Date;
  endsAt?: Date;
  endedAt?: Date;
  /** The end of which EasyCart said that it is near. */
  announced?: Date;
  /** The end by the product's access length, for when another end no longer holds. */
  limit?: Date;
  canceled: boolean;
  assigned: boolean;
  subscription: boolean;
};

/** Source of an access whose event names no order. */
const NO_ORDER = "-";

const begun = (source: string, fact: Fact): AccessState => ({
  source,
  startedAt: fact.at,
  since: fact.at,
  canceled: false,
  assigned: false,
  subscription: false,
});

/** The access after `fact`. Facts come in their own order in time, not in the order of arrival. */
export function nextAccess(before: AccessState | undefined, fact: Fact, source: string) {
  const state = before ?? begun(source, fact);
  const next = NEXT[fact.kind](state, fact);
  return {
    ...next,
    plan: fact.plan ?? state.plan,
    subscription: state.subscription || fact.subscription,
  };
}

type Next = (state: AccessState, fact: Fact) => AccessState;

const granted: Next = (state, fact) => {
  // The purchase tells nothing that the assignment did not, and the length counts from the latter.
  if (fact.kind === "bought" && state.assigned) return state;
  return {
    ...state,
    since: fact.at,
    assigned: fact.kind === "assigned",
    canceled: fact.canceled ?? false,
    endedAt: undefined,
    announced: undefined,
    limit: fact.limit,
    endsAt: fact.expiresAt ?? fact.limit ?? (fact.canceled ? fact.periodEnd : undefined),
  };
};

/** It goes on: the end by a cancellation vanishes, unless the event says that it is still cancelled. */
const goesOn: Next = (state, fact) => {
  const canceled = fact.canceled ?? false;
  const limit = state.limit && state.limit > fact.at ? state.limit : undefined;
  const end = canceled ? (fact.periodEnd ?? state.endsAt) : limit;
  const endsAt = fact.expiresAt ?? end;
  const open = { endedAt: undefined, announced: undefined };
  return { ...state, ...open, since: fact.at, canceled, endsAt };
};

const planChanged: Next = (state, fact) => {
  if (state.endedAt) return state;
  const canceled = fact.canceled ?? state.canceled;
  if (canceled !== state.canceled && !canceled) return goesOn(state, { ...fact, canceled });
  const end = canceled ? (fact.periodEnd ?? state.endsAt) : state.endsAt;
  return { ...state, canceled, endsAt: fact.expiresAt ?? end };
};

const canceled: Next = (state, fact) => {
  const endsAt = fact.periodEnd ?? fact.expiresAt ?? state.endsAt;
  return state.endedAt ? state : { ...state, canceled: true, endsAt };
};

const deleted: Next = (state, fact) => {
  const paidUntil = fact.periodEnd && fact.periodEnd > fact.at ? fact.periodEnd : undefined;
  return canceled(state, { ...fact, periodEnd: fact.expiresAt ?? paidUntil ?? fact.at });
};

const expiring: Next = (state, fact) => {
  const endsAt = fact.expiresAt ?? state.endsAt;
  return state.endedAt ? state : { ...state, endsAt, announced: endsAt };
};

/** Told a little after its end, it ended at its end; told long before, the end has come early. */
const expired: Next = (state, fact) => {
  if (state.endedAt) return state;
  const told = fact.expiresAt ?? state.endsAt;
  const endsAt = told && isSameEnd(told, fact.at) ? told : fact.at;
  return { ...state, endsAt, endedAt: fact.at };
};

const NEXT: Record<FactKind, Next> = {
  bought: granted,
  assigned: granted,
  renewed: goesOn,
  resumed: goesOn,
  plan_changed: planChanged,
  canceled,
  deleted,
  expiring,
  subscription_expired: expired,
  expired,
};

export type Ledger = {
  accesses: AccessState[];
  /** Which access an event is about: its source, by the event's id. */
  sourceOf: Map<string, string>;
};

/**
 * A customer's accesses to one product, from all that was told of them. Depends on the set of facts
 * alone: order of arrival and repetitions make no difference.
 */
export function ledgerOf(facts: readonly Fact[]): Ledger {
  const once = [...new Map(facts.map((fact) => [fact.key, fact])).values()];
  const accesses = new Map<string, AccessState>();
  const sourceOf = new Map<string, string>();
  for (const fact of once.sort(inTime)) {
    const [source, ...others] = sourcesOf(accesses, fact);
    for (const each of [source, ...others])
      accesses.set(each, nextAccess(accesses.get(each), fact, each));
    sourceOf.set(fact.eventId, source);
  }
  return { accesses: [...accesses.values()], sourceOf };
}

function inTime(a: Fact, b: Fact): number {
  return (
    a.at.getTime() - b.at.getTime() ||
    FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind) ||
    (a.key < b.key ? -1 : 1)
  );
}

/** The access that a fact is about first, then others that it ends as well. */
function sourcesOf(accesses: Map<string, AccessState>, fact: Fact): [string, ...string[]] {
  const { kind, order = NO_ORDER } = fact;
  const known = accesses.has(order);
  if (known || kind === "bought" || kind === "assigned") return [order, ...alsoEnded(order)];
  // A renewal is an order of its own, and some events name none: then the latest access is meant.
  const latest = [...accesses.values()].sort(latestFirst)[0]?.source ?? order;
  return [latest, ...alsoEnded(latest)];

  function alsoEnded(first: string): string[] {
    if (kind !== "subscription_expired" && (kind !== "expired" || known)) return [];
    return [...accesses.values()]
      .filter((access) => access.source !== first && !access.endedAt)
      .filter((access) => access.subscription || kind === "expired")
      .map(({ source }) => source);
  }
}

function latestFirst(a: AccessState, b: AccessState): number {
  return (
    Number(Boolean(a.endedAt)) - Number(Boolean(b.endedAt)) ||
    b.startedAt.getTime() - a.startedAt.getTime() ||
    (a.source < b.source ? 1 : -1)
  );
}
