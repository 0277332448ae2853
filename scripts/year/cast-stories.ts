import { Temporal } from "temporal-polyfill";
import { edited, switched } from "./cast";
import type { Act, EmailChange, Told } from "./life";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What every purchase says where nothing else is said. */
const WARE = { amount: 297, quantity: 1 };

type Said = Partial<Omit<Told, "kind" | "name" | "customer" | "at">>;

/** Who comes on, numbered from `first` on, and what becomes of them in the year 2027. */
export function castStories(first: number, zone: string): { acts: Act[]; languages: string[] } {
  const stage = new Stage(first, zone);
  clockChanges(stage);
  forOthers(stage);
  exits(stage);
  conditions(stage);
  windows(stage);
  versions(stage);
  timed(stage);
  subscribed(stage);
  wentOn(stage);
  elsewhere(stage);
  return stage;
}

class Stage {
  readonly acts: Act[] = [];
  readonly languages: string[] = [];
  private orders = 0;

  constructor(
    private readonly first: number,
    private readonly zone: string,
  ) {}

  enter(language = "pl"): number {
    this.languages.push(language);
    return this.first + this.languages.length - 1;
  }

  /** A date of 2027 and a time as a clock on the wall shows it. */
  wall = (text: string) =>
    Temporal.PlainDateTime.from(`2027-${text}`).toZonedDateTime(this.zone).epochMilliseconds;

  tell(name: string, customer: number, at: number, told: Said): string {
    const { order = `cast-${++this.orders}`, product = "talk", copies = 1, ...more } = told;
    const said = { name, customer, at, product, order, copies };
    this.acts.push({ kind: "event", ...WARE, ...said, ...more });
    return order;
  }

  buys(customer: number, at: number, said: Said = {}): string {
    return this.tell("single_product_bought", customer, at, said);
  }

  subscribes(customer: number, at: number, plan: string): string {
    return this.tell("subscription_created", customer, at, { product: "circle", plan });
  }
}

/** A day and 24 hours on, across both changes; at times that are skipped and repeated; told in either order. */
function clockChanges(stage: Stage): void {
  const spring = stage.wall("03-27T10:00");
  const [anna, ewa, jan, ola] = [stage.enter(), stage.enter(), stage.enter(), stage.enter()];
  const order = stage.buys(anna, spring, { copies: 2 });
  stage.tell("product_assigned", anna, spring + 30_000, { order });
  stage.buys(jan, stage.wall("03-27T02:30"));
  const autumn = stage.wall("10-30T10:00");
  const later = stage.tell("product_assigned", ewa, autumn, {});
  stage.buys(ewa, autumn + 40_000, { order: later });
  stage.buys(ola, stage.wall("10-30T02:30"), { amount: 148 });
}

/** Bought for a friend: it is the friend's, and only once it is assigned. */
function forOthers(stage: Stage): void {
  const [buyer, friend, nobody] = [stage.enter("de"), stage.enter(), stage.enter()];
  const at = stage.wall("02-02T11:00");
  stage.buys(buyer, at - 30 * DAY);
  const order = stage.buys(buyer, at, { assignee: friend });
  const assigned = { assignee: friend, order };
  stage.tell("product_assigned", buyer, at + 3 * DAY + HOUR, assigned);
  stage.buys(buyer, at + 9 * DAY, { assignee: nobody });
}

/** Whoever bought something else or the same again meanwhile; what was bought before does not count. */
function exits(stage: Stage): void {
  const at = stage.wall("05-04T12:00");
  const [elsewhere, again, earlier] = [stage.enter(), stage.enter(), stage.enter()];
  stage.buys(elsewhere, at);
  stage.buys(elsewhere, at + 2 * DAY, { product: "leaflet" });
  stage.buys(again, at);
  stage.buys(again, at + 2 * DAY);
  stage.buys(earlier, at - DAY, { product: "leaflet" });
  stage.buys(earlier, at);
}

function conditions(stage: Stage): void {
  const at = stage.wall("05-20T09:30");
  stage.buys(stage.enter("de"), at, { amount: 149, quantity: 2, recovered: true });
  stage.buys(stage.enter(), at + HOUR, { amount: 150, quantity: 1 });
}

/** At the very second at which a window opens and at which it closes; on a Saturday. */
function windows(stage: Stage): void {
  stage.buys(stage.enter(), stage.wall("06-04T17:00"));
  stage.buys(stage.enter(), stage.wall("06-05T10:00"));
  stage.buys(stage.enter(), stage.wall("06-07T09:00"));
  stage.buys(stage.enter(), stage.wall("10-31T00:15"));
}

/** Two weeks on, made "at once" meanwhile, and a new address; bought while an automation was off. */
function versions(stage: Stage): void {
  const at = stage.wall("07-01T08:00");
  const [former, later, off] = [stage.enter(), stage.enter(), stage.enter()];
  stage.buys(former, at);
  const changed: EmailChange = { kind: "email", at: at + 4 * DAY, customer: former, email: "" };
  stage.acts.push(edited(at + 3 * DAY, "talk purchase weeks on, edited", null));
  stage.acts.push({ ...changed, email: `klient-${former}-nowy@example.com` });
  stage.buys(later, at + 4 * DAY + HOUR);
  stage.buys(off, at + 9 * DAY);
  stage.acts.push(switched(at + 10 * DAY, "talk purchase switched", false));
  stage.buys(off, at + 11 * DAY);
  stage.acts.push(switched(at + 12 * DAY, "talk purchase switched", true));
}

/** Accesses of 30 days, all given at ten o'clock: told of, or not, or early; bought again; made longer. */
function timed(stage: Stage): void {
  const at = stage.wall("03-10T10:00");
  const lab = { product: "lab" };
  const silent = stage.enter();
  const given = stage.buys(silent, at, lab);
  stage.tell("product_assigned", silent, at + MINUTE, { ...lab, order: given });
  const told = stage.enter();
  const order = stage.buys(told, at + DAY, lab);
  const end = { ...lab, order, endsAt: stage.wall("04-10T10:00") };
  stage.tell("product_access_expiring", told, stage.wall("04-07T11:00"), end);
  stage.tell("product_access_expired", told, end.endsAt + 2 * HOUR, { ...end, copies: 2 });
  const early = stage.enter();
  const lost = stage.buys(early, at + 2 * DAY, lab);
  const gone = at + 12 * DAY;
  const noMore = { ...lab, order: lost, endsAt: gone };
  stage.tell("product_access_expired", early, gone, noMore);
  const back = stage.enter();
  stage.buys(back, at + 3 * DAY, lab);
  const regained = stage.buys(back, stage.wall("04-13T15:00"), lab);
  const lostAgain = stage.wall("04-14T15:00");
  const briefly = { ...lab, order: regained, endsAt: lostAgain };
  stage.tell("product_access_expired", back, lostAgain, briefly);
  const twice = stage.enter();
  stage.buys(twice, at + 4 * DAY, lab);
  stage.buys(twice, at + 19 * DAY, lab);
  const longer = stage.enter();
  const moved = stage.buys(longer, stage.wall("08-02T10:00"), lab);
  const next = { ...lab, order: moved, endsAt: stage.wall("09-08T10:00") };
  stage.tell("product_access_expiring", longer, stage.wall("08-20T10:00"), next);
}

/** Plans changed both ways; ends that become known, vanish, come. */
function subscribed(stage: Stage): void {
  const at = stage.wall("05-03T10:00");
  const end = at + 28 * DAY;
  const on = stage.enter();
  const of = { ...circle, order: stage.subscribes(on, at, "Miesięczny"), plan: "Roczny" };
  const change = { ...of, plan: "Miesięczny", newPlan: "Roczny", endsAt: end };
  stage.tell("subscription_plan_changed", on, at + DAY, change);
  stage.tell("subscription_canceled", on, at + 2 * DAY, { ...of, endsAt: end });
  stage.tell("subscription_resumed", on, at + 4 * DAY, { ...of, endsAt: end });
  stage.tell("subscription_canceled", on, at + 8 * DAY, { ...of, endsAt: end });
  stage.acts.push(edited(at + 10 * DAY, "circle subscription_ended before, edited", daysBefore));
  stage.acts.push(switched(at + DAY, "circle subscription_ended before, switched", false));
  stage.acts.push(switched(at + 11 * DAY, "circle subscription_ended before, switched", true));
  stage.tell("subscription_expired", on, end + HOUR, { ...of, endsAt: end + HOUR });
  const lost = stage.enter();
  const order = stage.subscribes(lost, at + MINUTE, "Miesięczny");
  stage.tell("subscription_plan_changed", lost, at + 2 * DAY, { ...change, order });
  stage.tell("product_access_expired", lost, at + 6 * DAY, {
    ...{ ...circle, order, endsAt: at + 6 * DAY },
  });
  // An assignment names no plan.
  stage.tell("product_assigned", stage.enter(), at + 2 * MINUTE, circle);
}

/** One comes back after the end, one renews just before it, one resumes long before. */
function wentOn(stage: Stage): void {
  const at = stage.wall("05-03T11:00");
  const end = at + 28 * DAY;
  const back = stage.enter();
  const less = { ...circle, order: stage.subscribes(back, at, "Roczny"), plan: "Miesięczny" };
  const change = { ...less, plan: "Roczny", newPlan: "Miesięczny", endsAt: end };
  stage.tell("subscription_plan_changed", back, at + 3 * DAY, change);
  stage.tell("subscription_renewal_failed", back, end, less);
  const over = { ...less, endsAt: end + 3 * DAY };
  stage.tell("subscription_expired", back, over.endsAt, over);
  stage.subscribes(back, over.endsAt + 2 * DAY, "Miesięczny");
  const [renews, resumes] = [stage.enter(), stage.enter()];
  const trial = { ...circle, order: stage.subscribes(renews, at + HOUR, "Na próbę") };
  const paid = { ...trial, plan: "Na próbę", endsAt: end + 12 * DAY };
  stage.tell("subscription_canceled", renews, end + 2 * DAY, paid);
  const { order: _, ...next } = paid;
  stage.tell("subscription_renewed", renews, end + 10 * DAY, { ...next, endsAt: end + 42 * DAY });
  const kept = { ...circle, order: stage.subscribes(resumes, at + 2 * HOUR, "Roczny") };
  const stays = { ...kept, plan: "Roczny", endsAt: end };
  stage.tell("subscription_canceled", resumes, at + 5 * DAY, stays);
  stage.tell("subscription_resumed", resumes, at + 6 * DAY, stays);
}

const circle = { product: "circle" };
const daysBefore = { side: "before", value: 3, unit: "days" } as const;

/** Carts, one of them bought half an hour later; a code shown twice. */
function elsewhere(stage: Stage): void {
  const [buys, leaves, shows] = [stage.enter(), stage.enter(), stage.enter()];
  const at = stage.wall("09-14T20:00");
  stage.tell("cart_recovery_started", buys, at, {});
  stage.buys(buys, at + 30 * MINUTE, { recovered: true });
  stage.tell("cart_recovery_started", leaves, at + MINUTE, {});
  stage.tell("qr_code_scanned", shows, at + HOUR, {});
  stage.tell("qr_code_scanned", shows, at + HOUR + MINUTE, {});
}
