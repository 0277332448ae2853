import { applyEvent } from "../../lib/access/apply";
import { db } from "../../lib/db";
import { parsePayload } from "../../lib/easycart/payload";
import { type SampleEvent, type SampleOverrides, sampleEvent } from "../../lib/easycart/samples";
import { occurrencesOf } from "../../lib/triggers/occurrences";
import { makeEvent } from "./factories";

export const START = new Date("2026-10-01T08:00:00Z");
export const inDays = (days: number) => new Date(START.getTime() + days * 86_400_000);

/** `more` stands in the payload as it is. */
export type Told = SampleOverrides & { more?: object };

/** Tells a store, event by event, what happens to one order of a product. */
export function storyOf(storeId: string, easycartId: string) {
  /** Stores a sample that happened so many days after START as if it had been received. */
  async function received(name: SampleEvent, days: number, { more, ...overrides }: Told = {}) {
    const facts = { orderId: "order-1", productId: easycartId, now: inDays(days), ...overrides };
    const payload = { ...sampleEvent(name, facts), ...more };
    const { name: stored } = parsePayload(payload);
    return await makeEvent(storeId, { name: stored, payload, occurredAt: inDays(days) });
  }

  async function apply(event: Awaited<ReturnType<typeof received>>) {
    return await db().transaction(async (tx) => {
      const { event: noted, changes } = await applyEvent(tx, storeId, event);
      return { event: noted, changes, occurrences: await occurrencesOf(tx, storeId, event) };
    });
  }

  const tell = async (...args: Parameters<typeof received>) => await apply(await received(...args));
  return { received, apply, tell };
}

export type Happened = Awaited<ReturnType<ReturnType<typeof storyOf>["apply"]>>;
export const keysOf = ({ occurrences }: Happened) => occurrences.map(({ key }) => key);
export const triggersOf = ({ occurrences }: Happened) => occurrences.map(({ trigger }) => trigger);
