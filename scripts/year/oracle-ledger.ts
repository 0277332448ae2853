import { dateOf, shifted } from "./calendar";
import type { Life, Product } from "./life";
import type { Heard } from "./oracle-memory";

export type Access = {
  number: number;
  customer: number;
  product: Product;
  order: string;
  startedAt: number;
  endsAt?: number;
  over: boolean;
  assigned: boolean;
  /** The date that names its end: the first one told of it. */
  name?: { date: string; at: number };
  /** That it begins to expire was said of the end it has now. */
  announced: boolean;
  plan?: string;
  /** What was told of it last. */
  told: Heard;
};

export type Occurrence = {
  trigger: string;
  key: string;
  at: number;
  customer: number;
  product: string;
  access?: Access;
  /** The event it is known by, and the plan that it is about. */
  told: Heard;
  plan?: string;
};

type Waiting = {
  customer: number;
  access?: Access;
  rule: { product: string; moment: { side: string } | null };
};

export type Hearer = {
  happens(occurrence: Occurrence): void;
  endKnown(occurrence: Occurrence): void;
  endMoved(access: Access, coming: readonly Occurrence[]): void;
  cancel(which: (run: Waiting) => boolean, reason: string): void;
};

const DAY = 86_400_000;
/** Two ends no further apart are one end, told twice. */
const SAME_END = 3 * DAY;

/** Whose access to what ends when, by what EasyCart says and by the clock. */
export class Ledger {
  private readonly accesses: Access[] = [];

  constructor(
    private readonly life: Life,
    private readonly hearer: Hearer,
  ) {}

  /** When the clock alone changes something next. */
  next(): number {
    const moments = this.open().flatMap((access) => {
      const { endsAt } = access;
      return endsAt === undefined
        ? []
        : [endsAt, ...(this.expires(access) ? [this.expiring(endsAt)] : [])];
    });
    return Math.min(...moments);
  }

  clock(now: number): void {
    for (const access of this.open()) {
      const { endsAt } = access;
      if (endsAt === undefined) continue;
      if (this.expires(access) && this.expiring(endsAt) <= now && endsAt > now) {
        access.announced = true;
        this.happen("access_expiring", access, this.expiring(endsAt));
      }
      if (endsAt > now) continue;
      access.over = true;
      this.happen("access_expired", access, endsAt);
    }
  }

  hear(told: Heard): void {
    const { name, customer, product, at, assignee, plan } = told;
    const other = { customer, product, at, key: `${name} ${told.number}`, told, plan };
    if (name === "cart_recovery_started")
      this.hearer.happens({ ...other, trigger: "cart_recovery" });
    if (name === "qr_code_scanned") this.hearer.happens({ ...other, trigger: "qr_scanned" });
    if (name === "subscription_plan_changed")
      this.hearer.happens({ ...other, trigger: "plan_changed" });
    const assigned = name === "product_assigned";
    if (assigned || name === "single_product_bought" || name === "subscription_created") {
      // Bought for somebody else, nobody has it before it is assigned.
      if (assignee === undefined || assigned) this.give(told, assigned);
      return;
    }
    const access = this.meant(told);
    if (access) this.tellOf(access, told);
  }

  /** What is to come of the ends that are known. */
  ahead(product: string): Occurrence[] {
    const open = this.open().filter((access) => access.product.key === product);
    return open.flatMap((access) =>
      access.endsAt === undefined ? [] : this.coming(access, access.endsAt),
    );
  }

  /** Whether the customer has access at `until`, by another one than `except`. */
  hasAccess(customer: number, product: string, until: number, except?: Access): boolean {
    return this.open().some(
      (access) =>
        access !== except &&
        access.customer === customer &&
        access.product.key === product &&
        (access.endsAt === undefined || access.endsAt > until),
    );
  }

  private give(told: Heard, assigned: boolean): void {
    const { order, at, product, subject: customer } = told;
    const theirs = this.accesses.filter(
      (one) => one.customer === customer && one.product.key === product,
    );
    const known = theirs.find((one) => one.order === order);
    const access = known ?? this.grant(told, assigned);
    this.note(access, told);
    if (known && assigned && !known.assigned) {
      known.assigned = true;
      known.name = undefined;
      this.setEnd(known, this.length(known.product, at));
    }
    const key = `purchase ${order} ${customer}`;
    const { plan } = access;
    this.hearer.happens({ trigger: "purchase", key, at, customer, product, told, plan });
  }

  private grant(told: Heard, assigned: boolean): Access {
    const { order, at, subject: customer } = told;
    const product = this.life.products.find((one) => one.key === told.product);
    if (!product) throw new Error(`No product ${told.product}`);
    const number = this.accesses.length;
    const state = { startedAt: at, over: false, assigned, announced: false, told };
    const access: Access = { number, customer, product, order, ...state };
    this.note(access, told);
    this.accesses.push(access);
    this.setEnd(access, this.length(product, at));
    return access;
  }

  private note(access: Access, told: Heard): void {
    access.told = told;
    access.plan = told.newPlan ?? told.plan ?? access.plan;
  }

  private length = ({ accessDays }: Product, at: number) =>
    accessDays === null ? undefined : shifted(at, accessDays, "days", this.life.zone);

  /** The access of that order, else the latest that is not over. */
  private meant({ order, customer, product }: Heard): Access | undefined {
    const theirs = this.accesses.filter(
      (one) => one.customer === customer && one.product.key === product,
    );
    const named = theirs.find((one) => one.order === order);
    return named ?? theirs.findLast(({ over }) => !over) ?? theirs.at(-1);
  }

  private tellOf(access: Access, told: Heard): void {
    const { name, at, endsAt = at } = told;
    // That a payment failed says nothing of the access.
    if (name !== "subscription_renewal_failed") this.note(access, told);
    if (name === "subscription_canceled") this.setEnd(access, endsAt);
    if (name === "subscription_resumed" || name === "subscription_renewed") {
      access.name = undefined;
      this.setEnd(access, undefined);
    }
    if (name === "product_access_expiring") {
      this.setEnd(access, endsAt);
      access.announced = true;
      this.happen("access_expiring", access, at);
    }
    if (name === "product_access_expired" || name === "subscription_expired") {
      if (!access.over) this.endNow(access, Math.abs(endsAt - at) <= SAME_END ? endsAt : at);
      if (name === "subscription_expired") this.happen("subscription_ended", access, at);
      this.happen("access_expired", access, at);
    }
  }

  private endNow(access: Access, at: number): void {
    access.endsAt = at;
    access.over = true;
    this.nameEnd(access, at);
    this.cancelAhead(access, "endCame");
  }

  private cancelAhead(access: Access, reason: string): void {
    this.hearer.cancel(
      (run) => run.access === access && run.rule.moment?.side === "before",
      reason,
    );
  }

  private setEnd(access: Access, endsAt: number | undefined): void {
    if (access.over || access.endsAt === endsAt) return;
    const before = access.endsAt;
    access.endsAt = endsAt;
    access.announced = false;
    if (endsAt === undefined) {
      this.cancelAhead(access, "endVanished");
      return;
    }
    this.nameEnd(access, endsAt);
    const coming = this.coming(access, endsAt);
    if (before !== undefined) this.hearer.endMoved(access, coming);
    for (const occurrence of coming) this.hearer.endKnown(occurrence);
  }

  private nameEnd(access: Access, at: number): void {
    if (access.name && Math.abs(access.name.at - at) <= SAME_END) return;
    access.name = { date: dateOf(at, this.life.zone), at };
  }

  private coming(access: Access, endsAt: number): Occurrence[] {
    const expiring = this.expiring(endsAt);
    const subscription = access.product.kind === "subscription";
    return [
      this.occurrence("access_expired", access, endsAt),
      ...(subscription ? [this.occurrence("subscription_ended", access, endsAt)] : []),
      ...(expiring > access.startedAt
        ? [this.occurrence("access_expiring", access, expiring)]
        : []),
    ];
  }

  private happen(trigger: string, access: Access, at: number): void {
    this.hearer.happens(this.occurrence(trigger, access, at));
  }

  private occurrence(trigger: string, access: Access, at: number): Occurrence {
    const { customer, product, number, name, told, plan } = access;
    return {
      trigger,
      key: `${trigger} ${number} ${name?.date}`,
      at,
      customer,
      product: product.key,
      access,
      told,
      plan,
    };
  }

  private open = () => this.accesses.filter(({ over }) => !over);
  private expires = ({ announced, endsAt = 0, startedAt }: Access) =>
    !announced && this.expiring(endsAt) > startedAt;
  private expiring = (endsAt: number) => shifted(endsAt, -3, "days", this.life.zone);
}
