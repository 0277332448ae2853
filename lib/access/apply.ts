import type { Tx } from "@/lib/db";
import { type Payload, parsePayload } from "@/lib/easycart/payload";
import { noteSubject, type ShopEvent } from "@/lib/easycart/queries";
import type { AccessChange } from "./change";
import { customerOf } from "./customer";
import { productsOfCustomer } from "./customer-queries";
import { LEDGER_EVENTS } from "./fact";
import { productOf } from "./product";
import { productById } from "./product-queries";
import { storeOf } from "./queries";
import { settleAccesses } from "./settle";

export type Applied = {
  /** The event, now with whom and what it is about. */
  event: ShopEvent;
  payload: Payload;
  changes: AccessChange[];
};

/**
 * What an event means for customers, products and accesses, noted in `tx`. However often and in
 * whatever order a store's events are applied, the ledger ends up the same.
 */
export async function applyEvent(tx: Tx, storeId: string, event: ShopEvent): Promise<Applied> {
  const { timeZone } = await storeOf(tx, storeId);
  const payload = parsePayload(JSON.parse(event.raw), timeZone);
  const product = await productOf(tx, storeId, event, payload);
  const customer = await customerOf(tx, storeId, event, payload);
  const subject = { productId: product?.id ?? null, customerId: customer?.id ?? null };
  await noteSubject(tx, storeId, event.id, subject);
  const noted = { ...event, ...subject };
  const told = product && LEDGER_EVENTS.includes(event.name);
  if (!customer || !(told || customer.merged)) return { event: noted, payload, changes: [] };
  const touched = customer.merged
    ? await productsWithStory(tx, storeId, customer.id)
    : [product].filter((one) => one !== undefined);
  const changes: AccessChange[] = [];
  for (const one of touched) {
    const story = { event: noted, customerId: customer.id, product: one, timeZone };
    changes.push(...(await settleAccesses(tx, storeId, story)));
  }
  return { event: noted, payload, changes };
}

async function productsWithStory(tx: Tx, storeId: string, customerId: string) {
  const rows = await productsOfCustomer(tx, storeId, customerId);
  const found = [];
  for (const { id } of rows) found.push(id ? await productById(tx, storeId, id) : undefined);
  return found.filter((product) => product !== undefined);
}
