/** What happens in a store in a year, in plain words and numbers: read by the driver and by the oracle alike. */

export type Unit = "minutes" | "hours" | "days" | "weeks";
export type Moment = { side: "before" | "after"; unit: Unit; value: number } | null;
export type Late = "skip" | "run_now";

export type Product = {
  key: string;
  kind: "one_off" | "free" | "subscription";
  accessDays: number | null;
};

export type Trigger =
  | "purchase"
  | "plan_changed"
  | "subscription_ended"
  | "access_expiring"
  | "access_expired"
  | "cart_recovery"
  | "qr_scanned";

/** What has to be true of an event, or nothing comes of it. */
export type Condition =
  | { fact: "plan" | "old_plan" | "new_plan" | "language"; is: "equal" | "other"; value: string }
  | { fact: "amount" | "quantity"; is: "equal" | "at_least" | "at_most"; value: number }
  | { fact: "first_purchase" | "recovered_cart"; is: "yes" | "no" };

/** Who is spared while it waits. `product`: what was bought; null: the automation's own. */
export type Exit =
  | { when: "bought"; product: string | null }
  | { when: "access_regained" }
  | { when: "resubscribed" };

/** Only on these days (1: Monday), from `from` until just before `until`, in quarters of an hour since midnight. */
export type Window = { days: number[]; from: number; until: number } | null;

export type Automation = {
  key: string;
  product: string;
  trigger: Trigger;
  moment: Moment;
  late: Late;
  window: Window;
  conditions: Condition[];
  exits: Exit[];
};

/** Something EasyCart tells. Times are milliseconds since 1970, at whole seconds. */
export type Told = {
  kind: "event";
  at: number;
  name: string;
  product: string;
  /** Whom it is about; for a delegated purchase the buyer. */
  customer: number;
  order: string;
  /** Bought for somebody else, who gets it when it is assigned. */
  assignee?: number;
  /** The end of the paid period, or of the access. */
  endsAt?: number;
  /** The plan that the event names; of a change the old one. What is left out, the event does not say. */
  plan?: string;
  newPlan?: string;
  amount?: number;
  quantity?: number;
  /** By a cart that recovery brought back. */
  recovered?: boolean;
  /** How often it is posted: EasyCart repeats itself. */
  copies: number;
};

export type EmailChange = { kind: "email"; at: number; customer: number; email: string };
export type Edit = {
  kind: "edit";
  at: number;
  automation: string;
  moment: Moment;
  late: Late;
  window: Window;
};
export type Switch = { kind: "switch"; at: number; automation: string; enabled: boolean };

export type Act = Told | EmailChange | Edit | Switch;

export type Life = {
  zone: string;
  products: Product[];
  automations: Automation[];
  /** The first address of each customer. */
  emails: string[];
  /** The language of each customer's orders. */
  languages: string[];
  /** In the order in which they happen; no two in one second. */
  acts: Act[];
  end: number;
};
