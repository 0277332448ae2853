import { aMonthLater, shifted } from "./calendar";
import type { Chance } from "./chance";
import { AMOUNTS, PLANS, QUANTITIES } from "./extras";
import type { Product, Told } from "./life";

const SECOND = 1000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** What the stories of one customer need to be told. */
export type Teller = {
  chance: Chance;
  zone: string;
  customer: number;
  /** Somebody whom a product can be bought for. */
  friend: number;
  newOrder: () => string;
  end: number;
  tell: (told: Omit<Told, "kind" | "copies">) => void;
};

/**
 * A purchase as EasyCart tells it: twice, in either order, or once; now and then for somebody else. An
 * assignment names no plan.
 */
export function purchase(
  teller: Teller,
  product: Product,
  at: number,
  { order, plan }: { order: string; plan?: string },
): number {
  const { chance, customer, friend } = teller;
  const bought = product.kind === "subscription" ? "subscription_created" : "single_product_bought";
  const event = { customer, product: product.key, order, ...wareOf(chance) };
  const tell: Teller["tell"] = (told) =>
    teller.tell({ ...told, plan: told.name === "product_assigned" ? undefined : plan });
  const apart = chance.between(1, 90) * SECOND;
  if (product.kind === "one_off" && product.accessDays === null && chance.happens(0.12)) {
    tell({ ...event, at, name: bought, assignee: friend });
    tell({
      ...event,
      at: at + chance.between(1, 200) * HOUR,
      name: "product_assigned",
      assignee: friend,
    });
    return at;
  }
  if (product.kind === "free" || chance.happens(0.2)) {
    tell({ ...event, at, name: bought });
    return at;
  }
  const [first, second] = chance.happens(0.7)
    ? [bought, "product_assigned"]
    : ["product_assigned", bought];
  tell({ ...event, at, name: first });
  tell({ ...event, at: at + apart, name: second });
  return second === "product_assigned" ? at + apart : at;
}

const wareOf = (chance: Chance) => ({
  amount: chance.one(AMOUNTS),
  quantity: chance.one(QUANTITIES),
  recovered: chance.happens(0.3),
});

/** An access of so many days: EasyCart tells of its end, or stays silent, or ends it early; some buy again. */
export function timedAccess(teller: Teller, product: Product, at: number): void {
  const { chance, zone, customer, newOrder, tell, end } = teller;
  const order = newOrder();
  const given = purchase(teller, product, at, { order });
  const endsAt = shifted(given, product.accessDays ?? 0, "days", zone);
  const event = { customer, product: product.key, order };
  const way = chance.one(["silent", "silent", "told", "told", "early"]);
  if (way === "early") {
    const days = chance.between(2, (product.accessDays ?? 0) - 10);
    const early = given + days * DAY + chance.between(1, 3_599) * SECOND;
    tell({ ...event, at: early, name: "product_access_expired", endsAt: early });
    return;
  }
  if (way === "told") {
    const soon = shifted(endsAt, -3, "days", zone) + chance.between(-120, 120) * 60 * SECOND;
    tell({ ...event, at: soon, name: "product_access_expiring", endsAt });
    const late = chance.between(0, 180) * 60 * SECOND;
    tell({ ...event, at: endsAt + late, name: "product_access_expired", endsAt });
  }
  const again = endsAt + chance.between(4, 30) * DAY + chance.between(0, 86_399) * SECOND;
  if (again < end && chance.happens(0.6)) timedAccess(teller, product, again);
}

/** A subscription from its beginning: renewals, other plans, a cancellation taken back, the end, a return. */
export function subscription(teller: Teller, product: Product, at: number): void {
  const { chance, customer, newOrder, tell, end, zone } = teller;
  const order = newOrder();
  let plan: string = chance.one(PLANS);
  purchase(teller, product, at, { order, plan });
  const about = { customer, product: product.key, order };
  let from = at + 5 * 60 * SECOND;
  let paidUntil = aMonthLater(at, zone);
  for (;;) {
    if (paidUntil >= end) return;
    if (chance.happens(0.25))
      plan = changePlan(teller, { ...about, plan, endsAt: paidUntil }, from, paidUntil);
    const event = { ...about, plan };
    const fate = chance.next();
    if (fate < 0.16) break;
    if (fate < 0.3) cancelAndResume(teller, { ...event, endsAt: paidUntil }, from, paidUntil);
    if (fate > 0.95) return void renewalFails(teller, event, paidUntil);
    tell({
      ...event,
      order: newOrder(),
      at: paidUntil,
      name: "subscription_renewed",
      endsAt: aMonthLater(paidUntil, zone),
    });
    from = paidUntil + 3_600 * SECOND;
    paidUntil = aMonthLater(paidUntil, zone);
  }
  // After a change of plan, which says of a subscription that it is on.
  const cancelled =
    Math.floor((from + (paidUntil - from) * (0.12 + chance.next() * 0.83)) / SECOND) * SECOND;
  const event = { ...about, plan };
  tell({ ...event, at: cancelled, name: "subscription_canceled", endsAt: paidUntil });
  const told = paidUntil + chance.between(0, 120) * 60 * SECOND;
  tell({ ...event, at: told, name: "subscription_expired", endsAt: told });
  const back = told + chance.between(3, 40) * DAY;
  if (back < end && chance.happens(0.4)) subscription(teller, product, back);
}

type Of = Pick<Told, "customer" | "product" | "order"> & { plan: string; endsAt: number };

const within = (chance: Chance, from: number, to: number) =>
  Math.floor((from + (to - from) * chance.next()) / SECOND) * SECOND;

/** Returns the new plan. */
function changePlan({ chance, tell }: Teller, event: Of, from: number, to: number): string {
  const newPlan = chance.one(PLANS);
  // In the first tenth, so that what follows in the period comes after it.
  tell({
    ...event,
    at: within(chance, from, from + (to - from) / 10),
    name: "subscription_plan_changed",
    newPlan,
  });
  return newPlan;
}

/** In one period it may be cancelled, resumed and, now and then, cancelled and resumed once more. */
function cancelAndResume({ chance, tell }: Teller, event: Of, from: number, to: number): void {
  const marks = [0.15, 0.35, 0.55, 0.75, 0.95].map((share) => from + (to - from) * share);
  const [a = from, b = from, c = from, d = from, e = to] = marks;
  tell({ ...event, at: within(chance, a, b), name: "subscription_canceled" });
  tell({ ...event, at: within(chance, b, c), name: "subscription_resumed" });
  if (!chance.happens(0.5)) return;
  tell({ ...event, at: within(chance, c, d), name: "subscription_canceled" });
  tell({ ...event, at: within(chance, d, e), name: "subscription_resumed" });
}

/** Nobody cancelled: the end is known only as it comes. */
function renewalFails(
  { chance, tell }: Teller,
  event: Omit<Of, "endsAt">,
  paidUntil: number,
): void {
  tell({ ...event, at: paidUntil + 60 * SECOND, name: "subscription_renewal_failed" });
  const over = paidUntil + chance.between(48, 240) * 3_600 * SECOND;
  tell({ ...event, at: over, name: "subscription_expired", endsAt: over });
}
