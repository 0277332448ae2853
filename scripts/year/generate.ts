import { CAST_AUTOMATIONS, CAST_PRODUCTS } from "./cast";
import { castStories } from "./cast-stories";
import { Chance } from "./chance";
import { conditionsOf, exitsOf, LANGUAGES, windowOf } from "./extras";
import type { Act, Automation, Late, Life, Moment, Product, Trigger, Unit } from "./life";
import { purchase, subscription, type Teller, timedAccess } from "./stories";

const SECOND = 1000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const CUSTOMERS = 16;
const EDITS = 24;
const ZONE = "Europe/Warsaw";
/** A year with both clock changes: 28 March and 31 October 2027, both at 01:00 UTC. */
const BEGIN = Date.UTC(2027, 0, 4);
const CHANGES = [Date.UTC(2027, 2, 28, 1), Date.UTC(2027, 9, 31, 1)];
/** Nothing new begins in the last weeks, so that what waits can come. */
const LAST = BEGIN + 330 * DAY;
const END = BEGIN + 365 * DAY;

const PRODUCTS: Product[] = [
  { key: "course", kind: "one_off", accessDays: null },
  { key: "workshop", kind: "one_off", accessDays: 45 },
  { key: "club", kind: "subscription", accessDays: null },
  { key: "ebook", kind: "free", accessDays: null },
];

const TRIGGERS: Record<string, readonly Trigger[]> = {
  course: ["purchase", "cart_recovery", "qr_scanned"],
  workshop: ["purchase", "access_expiring", "access_expired"],
  club: ["purchase", "plan_changed", "subscription_ended", "access_expiring", "access_expired"],
  ebook: ["purchase"],
};
const KNOWN_AHEAD: readonly Trigger[] = ["subscription_ended", "access_expiring", "access_expired"];
const MOST: Record<Unit, number> = { minutes: 300, hours: 60, days: 20, weeks: 3 };
const UNITS = ["minutes", "hours", "days", "weeks"] as const;

/** A year of a store's life, the same for the same seed: one of chance, and beside it the cast's. */
export function generate(seed: number): Life {
  const chance = new Chance(seed);
  const automations = PRODUCTS.flatMap((product) => automationsOf(chance, product));
  const acts: Act[] = [...edits(chance, automations)];
  let orders = 0;
  const newOrder = () => `order-${++orders}`;
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    const tell: Teller["tell"] = (told) => {
      const copies = chance.happens(0.15) ? chance.between(2, 3) : 1;
      acts.push({ ...told, kind: "event", copies });
    };
    const friend = (customer + 1) % CUSTOMERS;
    liveOne({ chance, zone: ZONE, customer, friend, newOrder, end: END, tell });
    if (chance.happens(0.35)) acts.push(emailChange(chance, customer));
  }
  const languages = Array.from({ length: CUSTOMERS }, () => chance.one(LANGUAGES));
  const cast = castStories(CUSTOMERS, ZONE);
  return {
    zone: ZONE,
    products: [...PRODUCTS, ...CAST_PRODUCTS],
    automations: [...automations, ...CAST_AUTOMATIONS],
    ...peopleOf([...languages, ...cast.languages]),
    acts: apart([...acts, ...cast.acts].filter(({ at }) => at < END)),
    end: END,
  };
}

/** The part of every year that no seed changes. */
export function castOnly(): Life {
  const { acts, languages } = castStories(0, ZONE);
  return {
    ...{ zone: ZONE, products: CAST_PRODUCTS, automations: CAST_AUTOMATIONS },
    ...peopleOf(languages),
    ...{ acts: apart(acts), end: END },
  };
}

const peopleOf = (languages: string[]) => ({
  languages,
  emails: languages.map((_, customer) => `klient-${customer}@example.com`),
});

/** At the event, and before and after it by every unit where that has a meaning. */
function automationsOf(chance: Chance, product: Product): Automation[] {
  return (TRIGGERS[product.key] ?? []).flatMap((trigger) => {
    const moments: Moment[] = [null];
    for (const unit of UNITS)
      moments.push({ side: "after", unit, value: chance.between(1, MOST[unit]) });
    if (KNOWN_AHEAD.includes(trigger))
      for (const unit of UNITS)
        moments.push({ side: "before", unit, value: chance.between(1, MOST[unit]) });
    // Not every one of each, or a year would take an hour.
    const kept = moments.filter((moment) => moment?.side === "before" || chance.happens(0.6));
    return kept.map((moment, number) => {
      const late: Late = chance.happens(0.5) ? "skip" : "run_now";
      return {
        key: `${product.key} ${trigger} ${number}`,
        product: product.key,
        trigger,
        moment,
        late,
        window: windowOf(chance),
        conditions: conditionsOf(chance, product, trigger),
        exits: exitsOf(chance, PRODUCTS, trigger),
      };
    });
  });
}

function edits(chance: Chance, automations: readonly Automation[]): Act[] {
  return Array.from({ length: EDITS }, (): Act => {
    const at = BEGIN + chance.between(20 * 86_400, 340 * 86_400) * SECOND;
    const of = automations[chance.between(0, automations.length - 1)] as Automation;
    const automation = of.key;
    if (chance.happens(0.2))
      return { kind: "switch", at, automation, enabled: chance.happens(0.5) };
    const unit = chance.one(UNITS);
    const side = KNOWN_AHEAD.includes(of.trigger) && chance.happens(0.5) ? "before" : "after";
    const moment: Moment = chance.happens(0.25)
      ? null
      : { side, unit, value: chance.between(1, MOST[unit]) };
    const late = chance.happens(0.5) ? "skip" : "run_now";
    return { kind: "edit", at, automation, moment, late, window: windowOf(chance) };
  });
}

/** Some begin just before a clock change, at night too, so that offsets of every unit lead across it. */
function beginning(chance: Chance): number {
  if (chance.happens(0.75)) return BEGIN + chance.between(1, (LAST - BEGIN) / SECOND) * SECOND;
  return (
    (CHANGES[chance.between(0, 1)] ?? BEGIN) - chance.between(-2 * 3_600, 20 * 86_400) * SECOND
  );
}

function liveOne(teller: Teller): void {
  const { chance, customer, newOrder, tell } = teller;
  const [course, workshop, club, ebook] = PRODUCTS as [Product, Product, Product, Product];
  if (chance.happens(0.5)) purchase(teller, course, beginning(chance), { order: newOrder() });
  if (chance.happens(0.45)) timedAccess(teller, workshop, beginning(chance));
  if (chance.happens(0.4)) subscription(teller, club, beginning(chance));
  if (chance.happens(0.3)) purchase(teller, ebook, beginning(chance), { order: newOrder() });
  const more = { customer, product: course.key };
  if (chance.happens(0.2))
    tell({ ...more, order: newOrder(), at: beginning(chance), name: "cart_recovery_started" });
  if (chance.happens(0.2))
    for (let scan = chance.between(1, 3); scan > 0; scan--)
      tell({ ...more, order: newOrder(), at: beginning(chance), name: "qr_code_scanned" });
}

const emailChange = (chance: Chance, customer: number): Act => ({
  kind: "email",
  at: BEGIN + chance.between(60 * 86_400, 300 * 86_400) * SECOND,
  customer,
  email: `klient-${customer}-nowy@example.com`,
});

/** In the order of time, each in a second of its own: what happens in one second has no order. */
function apart(acts: Act[]): Act[] {
  let last = 0;
  return acts
    .toSorted((a, b) => a.at - b.at)
    .map((act) => {
      last = Math.max(act.at, last + SECOND);
      return { ...act, at: last };
    });
}
