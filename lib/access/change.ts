/** An access as the ledger holds it, with what its moments need to be reckoned. */
export type Access = {
  id: string;
  storeId: string;
  productId: string;
  customerId: string;
  plan: string | null;
  startedAt: Date;
  /** Null: not known, or never. */
  endsAt: Date | null;
  endedAt: Date | null;
  /** The first end that was told of what is still the same end: it names the end, wherever it moves by hours. */
  firstTold: Date | null;
  /** Whether its end is the end of a subscription. */
  subscription: boolean;
  timeZone: string;
};

export type End = Pick<Access, "endsAt" | "endedAt">;

/**
 * granted: somebody has an access who had none to this product, or none that had ended.
 * regained: it had ended (this one, or the last one before it) and is there again.
 * moved: its end became known or another one. vanished: it no longer has a known end.
 * ended: it is over.
 */
export type AccessChange = {
  kind: "granted" | "regained" | "moved" | "vanished" | "ended";
  access: Access;
  /** How it was before; null: it was not there. */
  before: End | null;
};

/** What became of an access; undefined: nothing that a run could hang on. */
export function changeOf(
  before: End | null,
  after: End,
  hadEnded: boolean,
): AccessChange["kind"] | undefined {
  if (!before) {
    if (after.endedAt) return "ended";
    return hadEnded ? "regained" : "granted";
  }
  if (before.endedAt && !after.endedAt) return "regained";
  if (after.endedAt) return before.endedAt ? undefined : "ended";
  if (before.endsAt?.getTime() === after.endsAt?.getTime()) return undefined;
  return after.endsAt ? "moved" : "vanished";
}
