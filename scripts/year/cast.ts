import type { Automation, Condition, Edit, Exit, Moment, Product, Switch, Window } from "./life";

/** What every year has, whatever its seed: products of their own, so that nothing of chance mixes in. */
export const CAST_PRODUCTS: Product[] = [
  { key: "talk", kind: "one_off", accessDays: null },
  { key: "leaflet", kind: "free", accessDays: null },
  { key: "lab", kind: "one_off", accessDays: 30 },
  { key: "circle", kind: "subscription", accessDays: null },
];

const after = (value: number, unit: NonNullable<Moment>["unit"]): Moment => ({
  ...{ side: "after", value, unit },
});
const before = (value: number, unit: NonNullable<Moment>["unit"]): Moment => ({
  ...{ side: "before", value, unit },
});

/** In quarters of an hour. */
const OFFICE: Window = { days: [1, 2, 3, 4, 5], from: 36, until: 68 };
const SUNDAY: Window = { days: [7], from: 36, until: 68 };
/** From 2:00 to 3:00: the hour that one clock change skips and the other repeats. */
const NIGHT: Window = { days: [1, 2, 3, 4, 5, 6, 7], from: 8, until: 12 };
/** The hour before a quarter past nine, so that it is shut an hour before what ends at ten. */
const EARLY: Window = { days: [1, 2, 3, 4, 5, 6, 7], from: 33, until: 37 };

type Extras = { late?: "run_now"; window?: Window; exit?: Exit; only?: Condition };

/** The first word names the product, the second the trigger. */
function rule(key: string, moment: Moment = null, { late, window, exit, only }: Extras = {}) {
  const [product = "", trigger] = key.split(" ");
  return {
    ...{ key: `cast ${key}`, product, trigger: trigger as Automation["trigger"], moment },
    ...{ late: late ?? "skip", window: window ?? null },
    ...{ conditions: only ? [only] : [], exits: exit ? [exit] : [] },
  } satisfies Automation;
}

const text = (fact: "plan" | "old_plan" | "new_plan" | "language", value: string) =>
  ({ fact, is: "equal", value }) as const;
const other = (fact: "plan" | "old_plan" | "new_plan" | "language", value: string) =>
  ({ fact, is: "other", value }) as const;
const number = (
  fact: "amount" | "quantity",
  is: "equal" | "at_least" | "at_most",
  value: number,
) => ({ fact, is, value });
const bought = (product: string | null): Exit => ({ when: "bought", product });

/** Each rule of time, condition and exit at least once where it makes a difference. */
export const CAST_AUTOMATIONS: Automation[] = [
  rule("talk purchase at once"),
  rule("talk purchase a day on", after(1, "days")),
  rule("talk purchase 24 hours on", after(24, "hours")),
  rule("talk purchase weeks on, edited", after(2, "weeks")),
  rule("talk purchase switched", after(2, "days")),
  rule("talk purchase unless leaflet", after(5, "days"), { exit: bought("leaflet") }),
  rule("talk purchase unless again", after(5, "days"), { exit: bought(null) }),
  rule("talk purchase in the office", null, { window: OFFICE }),
  rule("talk purchase on Sunday", null, { window: SUNDAY }),
  rule("talk purchase at night", after(90, "minutes"), { window: NIGHT }),
  rule("talk purchase from 149", null, { only: number("amount", "at_least", 149) }),
  rule("talk purchase up to 149", null, { only: number("amount", "at_most", 149) }),
  rule("talk purchase for 149", null, { only: number("amount", "equal", 149) }),
  rule("talk purchase of two", null, { only: number("quantity", "at_least", 2) }),
  rule("talk purchase first", null, { only: { fact: "first_purchase", is: "yes" } }),
  rule("talk purchase not first", null, { only: { fact: "first_purchase", is: "no" } }),
  rule("talk purchase recovered", null, { only: { fact: "recovered_cart", is: "yes" } }),
  rule("talk purchase German", null, { only: text("language", " DE ") }),
  rule("talk purchase not German", null, { only: other("language", "de") }),
  rule("talk cart_recovery unless bought", after(1, "hours"), { exit: bought(null) }),
  rule("talk cart_recovery new", null, { only: { fact: "first_purchase", is: "yes" } }),
  rule("talk qr_scanned"),
  rule("lab access_expired"),
  rule("lab access_expired later", after(3, "days")),
  rule("lab access_expired unless back", after(3, "days"), { exit: { when: "access_regained" } }),
  rule("lab access_expired days before", before(10, "days")),
  rule("lab access_expired unless longer", before(5, "days"), {
    exit: { when: "access_regained" },
  }),
  rule("lab access_expired unless bought", before(8, "days"), { exit: bought(null) }),
  rule("lab access_expired long before", before(40, "days")),
  rule("lab access_expired long before, at once", before(40, "days"), { late: "run_now" }),
  rule("lab access_expired too late", before(30, "minutes"), { window: EARLY }),
  rule("lab access_expired late enough", before(30, "minutes"), { window: EARLY, late: "run_now" }),
  rule("lab access_expiring"),
  rule("lab access_expiring before", before(2, "days")),
  rule("circle purchase yearly", null, { only: text("plan", "Roczny") }),
  rule("circle purchase not yearly", null, { only: other("plan", "roczny") }),
  rule("circle plan_changed from monthly", null, { only: text("old_plan", "Miesięczny") }),
  rule("circle plan_changed to monthly", null, { only: text("new_plan", "Miesięczny") }),
  rule("circle plan_changed not from monthly", null, { only: other("old_plan", "Miesięczny") }),
  rule("circle subscription_ended"),
  rule("circle subscription_ended before", before(7, "days")),
  rule("circle subscription_ended before, edited", after(1, "days")),
  rule("circle subscription_ended before, switched", before(5, "days")),
  rule("circle subscription_ended unless back", after(5, "days"), {
    exit: { when: "resubscribed" },
  }),
  rule("circle subscription_ended yearly", null, { only: text("plan", "Roczny") }),
  rule("circle access_expired"),
  rule("circle access_expired yearly", null, { only: text("plan", "Roczny") }),
  rule("circle access_expiring before", before(1, "days")),
  rule("circle access_expiring unless on", after(2, "days"), { exit: { when: "resubscribed" } }),
];

export const edited = (at: number, key: string, moment: Moment): Edit => ({
  ...{ kind: "edit", at, automation: `cast ${key}`, moment, late: "skip", window: null },
});

export const switched = (at: number, key: string, enabled: boolean): Switch => ({
  ...{ kind: "switch", at, automation: `cast ${key}`, enabled },
});
