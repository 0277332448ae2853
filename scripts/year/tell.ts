import { receiveEvent } from "@/lib/easycart/receive";
import { type SampleEvent, sampleEvent } from "@/lib/easycart/samples";
import { announceReceived } from "@/lib/inngest/announce";
import type { EmailChange, Told } from "./life";
import type { Store } from "./store";

/** EasyCart's own number of a customer, which outlives an address. */
export const numberOf = (customer: number) => 1000 + customer;

const seconds = (at: number) => Math.floor(at / 1000);

/** Tells the store what happened, as EasyCart posts it. */
export class EasyCart {
  constructor(
    private readonly store: Store,
    private readonly emails: string[],
    private readonly languages: readonly string[],
  ) {}

  async tell({
    name,
    at,
    customer,
    assignee,
    order,
    product,
    endsAt,
    copies,
    recovered,
    ...said
  }: Told): Promise<void> {
    const friend = assignee === undefined ? undefined : this.person(assignee);
    const facts = {
      ...said,
      ...this.person(customer),
      language: this.languages[customer],
      orderId: order,
      productId: this.store.products.get(product)?.easycartId,
      endsAt: endsAt === undefined ? undefined : new Date(endsAt),
      assignee: friend,
      now: new Date(at),
    };
    const payload = sampleEvent(name as SampleEvent, facts);
    const ends = name.startsWith("product_access_exp") && endsAt !== undefined;
    await this.post(
      {
        ...payload,
        customer_id: numberOf(customer),
        ...(recovered && { recovered_checkout_session: `cart of ${order}` }),
        ...(name === "product_assigned" && {
          assignee: { id: numberOf(assignee ?? customer), ...this.person(assignee ?? customer) },
        }),
        ...(ends && { expiration_date: seconds(endsAt) }),
      },
      copies,
    );
  }

  async changeEmail({ at, customer, email }: EmailChange): Promise<void> {
    const former = this.person(customer).email;
    this.emails[customer] = email;
    const payload = sampleEvent("customer_data_changed", {
      ...this.person(customer),
      now: new Date(at),
    });
    await this.post({ ...payload, customer_id: numberOf(customer), customer_old_email: former }, 1);
  }

  private person = (customer: number) => ({
    email: this.emails[customer] ?? "",
    name: `Klient ${customer}`,
  });

  private async post(payload: object, copies: number): Promise<void> {
    const rawBody = Buffer.from(JSON.stringify(payload));
    for (let copy = 0; copy < copies; copy++) {
      await announceReceived(await receiveEvent({ endpoint: this.store.endpoint, rawBody }));
    }
  }
}
