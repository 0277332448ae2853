import type { Trigger } from "@/lib/triggers/trigger";

export const TEXT_FACTS = [
  "plan",
  "old_plan",
  "new_plan",
  "variant",
  "currency",
  "language",
] as const;
export const NUMBER_FACTS = ["amount", "quantity"] as const;
export const YES_FACTS = ["first_purchase", "recovered_cart"] as const;

/** What must hold of an event. */
export type Condition =
  | { fact: (typeof TEXT_FACTS)[number]; is: "equal" | "other"; value: string }
  | { fact: (typeof NUMBER_FACTS)[number]; is: "equal" | "at_least" | "at_most"; value: number }
  | { fact: (typeof YES_FACTS)[number]; is: "yes" | "no" };
export type FactName = Condition["fact"];
/** What is known of an event; what it did not say is absent. */
export type Facts = Partial<Record<FactName, string | number | boolean>>;
/** A condition that did not hold, with what the event said instead. */
export type Unmet = Condition & { got?: string | number | boolean };

/**
 * The facts of each trigger's events. An access's end may be told by EasyCart or by our own clock,
 * long after the order: only what both know alike is there. EasyCart publishes no body for cart
 * recovery and scans, so that nothing may be asked of those but what we know ourselves.
 */
const FACTS: Record<Trigger, readonly FactName[]> = {
  purchase: [
    ...(["plan", "variant", "amount", "currency", "language"] as const),
    ...(["quantity", "first_purchase", "recovered_cart"] as const),
  ],
  plan_changed: ["old_plan", "new_plan", "currency", "language"],
  subscription_ended: ["plan", "variant", "currency", "language"],
  access_expiring: ["plan", "variant", "currency", "language"],
  access_expired: ["plan", "variant", "currency", "language"],
  cart_recovery: ["first_purchase"],
  qr_scanned: [],
};

export const factsOf = (trigger: Trigger): readonly FactName[] => FACTS[trigger];

/** Those of `all` that do not hold. A fact that the event did not say fulfils nothing. */
export function unmetOf(all: readonly Condition[], facts: Facts): Unmet[] {
  return all.flatMap((each) => {
    const got = facts[each.fact];
    return got !== undefined && holds(each, got) ? [] : [{ ...each, got }];
  });
}

function holds(condition: Condition, got: string | number | boolean): boolean {
  if (!("value" in condition)) return got === (condition.is === "yes");
  const { is, value } = condition;
  if (is === "at_least") return Number(got) >= value;
  if (is === "at_most") return Number(got) <= value;
  const same =
    typeof value === "number" ? Number(got) === value : plain(String(got)) === plain(value);
  return same === (is === "equal");
}

/** People and systems write one name with other capitals and spaces. */
export const plain = (text: string) =>
  text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("pl");
