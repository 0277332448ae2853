import type { Chance } from "./chance";
import type { Condition, Exit, Product, Trigger, Window } from "./life";

export const PLANS = ["Miesięczny", "Roczny", "Na próbę"] as const;
export const LANGUAGES = ["pl", "en", "de"] as const;
/** Prices and numbers of pieces that orders and conditions are about, so that they meet. */
export const AMOUNTS = [49, 149, 297, 990] as const;
export const QUANTITIES = [1, 2, 5] as const;

const PLAN_FACTS: Partial<Record<Trigger, readonly ("plan" | "old_plan" | "new_plan")[]>> = {
  purchase: ["plan"],
  plan_changed: ["old_plan", "new_plan"],
  subscription_ended: ["plan"],
  access_expiring: ["plan"],
  access_expired: ["plan"],
};
const ENDED: readonly Trigger[] = ["subscription_ended", "access_expired"];
const ENDING: readonly Trigger[] = [...ENDED, "access_expiring"];

/** None, or one or two that must both hold; most about purchases, of which most is said. */
export function conditionsOf(chance: Chance, product: Product, trigger: Trigger): Condition[] {
  const none = trigger === "purchase" ? 0.15 : 0.5;
  if (trigger === "qr_scanned" || chance.happens(none)) return [];
  const many = chance.happens(0.25) ? 2 : 1;
  return Array.from({ length: many }, () => conditionOf(chance, product, trigger));
}

function conditionOf(chance: Chance, product: Product, trigger: Trigger): Condition {
  const yes = chance.happens(0.6) ? "yes" : "no";
  if (trigger === "cart_recovery") return { fact: "first_purchase", is: yes };
  const text = chance.happens(0.6) ? "equal" : "other";
  const [plan, ...plans] = product.kind === "subscription" ? (PLAN_FACTS[trigger] ?? []) : [];
  if (plan && chance.happens(0.6)) {
    const value = chance.one(PLANS);
    // People write names in their own way.
    const written = chance.happens(0.3) ? ` ${value.toUpperCase()} ` : value;
    return { fact: chance.one([plan, ...plans]), is: text, value: written };
  }
  if (trigger !== "purchase" || chance.happens(0.1))
    return { fact: "language", is: text, value: chance.one(LANGUAGES) };
  const number = chance.one(["equal", "at_least", "at_most"] as const);
  return chance.one<Condition>([
    { fact: "amount", is: number, value: chance.one(AMOUNTS) },
    { fact: "quantity", is: number, value: chance.one(QUANTITIES) },
    { fact: "first_purchase", is: yes },
    { fact: "recovered_cart", is: yes },
  ]);
}

export function exitsOf(chance: Chance, products: readonly Product[], trigger: Trigger): Exit[] {
  const exits: Exit[] = [];
  if (ENDED.includes(trigger) && chance.happens(0.4)) exits.push({ when: "access_regained" });
  if (ENDING.includes(trigger) && chance.happens(0.25)) exits.push({ when: "resubscribed" });
  if (chance.happens(0.3)) {
    const other = products[chance.between(0, products.length - 1)]?.key ?? null;
    exits.push({ when: "bought", product: chance.happens(0.4) ? null : other });
  }
  return exits;
}

/** Working days, some days of the week, or every night through the hours that the clock skips and repeats. */
export function windowOf(chance: Chance): Window {
  if (chance.happens(0.65)) return null;
  const night = chance.happens(0.25);
  const from = night ? chance.between(2, 11) : chance.between(28, 60);
  const until = from + (night ? chance.between(1, 8) : chance.between(4, 32));
  const days = [1, 2, 3, 4, 5, 6, 7].filter(() => night || chance.happens(0.7));
  return { days: days.length > 0 ? days : [1, 2, 3, 4, 5], from, until };
}
