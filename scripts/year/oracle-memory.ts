import type { Told } from "./life";

/** Something that was told, and whom it is about: whoever a purchase was assigned to. */
export type Heard = Told & { number: number; subject: number };

const PURCHASE = ["single_product_bought", "subscription_created", "product_assigned"];
const GOES_ON = ["subscription_created", "subscription_resumed", "subscription_renewed"];

/** All that was told so far. */
export class Memory {
  private readonly all: Heard[] = [];

  hear(told: Told): Heard {
    const assignee = told.name === "product_assigned" ? told.assignee : undefined;
    const heard = { ...told, number: this.all.length, subject: assignee ?? told.customer };
    this.all.push(heard);
    return heard;
  }

  /** Whether the customer had bought nothing before; an order that is told twice is one purchase. */
  isFirst(customer: number, { at, order }: Told): boolean {
    return !this.all.some(
      (told) =>
        told.subject === customer &&
        PURCHASE.includes(told.name) &&
        told.at < at &&
        told.order !== order,
    );
  }

  bought = (customer: number, product: string, since: number) =>
    this.told(PURCHASE, customer, product, since);

  wentOn = (customer: number, product: string, since: number) =>
    this.told(GOES_ON, customer, product, since);

  private told(names: readonly string[], customer: number, product: string, since: number) {
    return this.all.filter(
      (told) =>
        names.includes(told.name) &&
        told.subject === customer &&
        told.product === product &&
        told.at >= since,
    );
  }
}
