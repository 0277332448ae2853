import type { Payload } from "@/lib/easycart/payload";
import type { Contact } from "@/lib/tools/tool";
import type { TemplateFacts } from "./template";

type Known = {
  contact: Contact;
  store: { name: string; timeZone: string; locale: string };
  product: { name: string };
  automation: { name: string };
  payload: Payload;
  occurredAt: Date;
};

/** What the variables of a text stand for in one run. */
export function templateFacts(known: Known): TemplateFacts {
  const { contact, store, product, automation, payload, occurredAt } = known;
  return {
    "customer.first_name": contact.firstName,
    "customer.last_name": contact.lastName,
    "customer.name": contact.name,
    "customer.email": contact.email,
    "product.name": product.name,
    "order.id": payload.order,
    "order.amount": payload.amount,
    "order.currency": payload.currency,
    "order.quantity": payload.quantity,
    "subscription.plan": payload.plan,
    "subscription.new_plan": payload.newPlan,
    "event.date": dateWords(occurredAt, store),
    "automation.name": automation.name,
    "store.name": store.name,
  };
}

const dateWords = (instant: Date, { timeZone, locale }: Known["store"]) =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(instant);
