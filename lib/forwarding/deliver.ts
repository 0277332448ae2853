import { z } from "zod";
import { healAlerts, raiseAlert } from "@/lib/alerts/queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { openHttp } from "@/lib/tools/http";
import type { Exchange } from "@/lib/tools/tool";
import {
  beginAttempt,
  cargoOf,
  type Delivery,
  endAttempt,
  lockDelivery,
  updateDelivery,
} from "./delivery-queries";
import { receiver } from "./receiver";
import { DELIVERED, type Tried, triedBy, verdictOf } from "./verdict";

/** An attempt counts as lost when nothing was heard of it for so long; the door gives up far earlier. */
const LOST_MS = 60_000;
/** Tries of one delivery that fail before somebody is told, some 35 minutes after the first. */
const TOLD_AFTER = 4;
const SIGNATURE_HEADER = "x-webhook-signature";

/** When to come back; null: the delivery needs nobody any more. */
export type Turn = { again: Date | null };

/** One turn at one delivery. Whoever comes second, too early or too late leaves it alone. */
export async function deliver(storeId: string, deliveryId: string): Promise<Turn> {
  const claim = await claimDelivery(storeId, deliveryId);
  if (!claim.delivery) return { again: claim.again };
  const exchanges: Exchange[] = [];
  const tried = await send(claim.delivery, exchanges).then(() => DELIVERED, triedBy);
  if (tried.outcome === "bug") log.error({ delivery: deliveryId }, "delivery.bug");
  return { again: await record(claim.delivery, tried, exchanges[0]) };
}

type Claim = { delivery: Delivery } | { delivery?: undefined; again: Date | null };

async function claimDelivery(storeId: string, deliveryId: string): Promise<Claim> {
  return await db().transaction(async (tx) => {
    const found = await lockDelivery(tx, storeId, deliveryId);
    if (!found?.wakeAt) return { again: null };
    const at = now();
    if (found.wakeAt > at) return { again: found.wakeAt };
    // A try that never ended was cut off: its process is gone, and its answer with it.
    const last = { deliveryId, number: found.tries };
    await endAttempt(tx, storeId, last, { outcome: "interrupted", finishedAt: at });
    const claimed = { tries: found.tries + 1, wakeAt: new Date(at.getTime() + LOST_MS) };
    await beginAttempt(tx, storeId, { deliveryId, number: claimed.tries, startedAt: at });
    await updateDelivery(tx, storeId, deliveryId, claimed);
    return { delivery: { ...found, ...claimed } };
  });
}

/** Sends the body as it came, with EasyCart's own signature. Resolves when the receiver has taken it. */
async function send({ id, storeId, signature }: Delivery, exchanges: Exchange[]): Promise<void> {
  const cargo = await cargoOf(storeId, id);
  if (!cargo) throw new Error("A delivery without an event");
  const http = openHttp({ tool: receiver, credentials: { url: cargo.url }, exchanges });
  await http("POST", "", {
    body: cargo.raw,
    headers: {
      // The same at each attempt, so that a receiver can tell a repetition.
      "x-easycart-delivery": id,
      ...(signature && { [SIGNATURE_HEADER]: signature }),
    },
    read: "text",
    answers: { ok: z.string() },
  });
}

async function record(
  { id: deliveryId, storeId, tries }: Delivery,
  tried: Tried,
  exchange: Exchange | undefined,
): Promise<Date | null> {
  return await db().transaction(async (tx) => {
    const at = now();
    const current = await lockDelivery(tx, storeId, deliveryId);
    const { outcome, words } = tried;
    // The body is the event's own: kept once, not once an attempt.
    const kept = exchange && { ...exchange, sent: undefined };
    const end = { outcome, words, exchange: kept, finishedAt: at };
    await endAttempt(tx, storeId, { deliveryId, number: tries }, end);
    // Somebody took it over after this attempt had counted as lost, or its address is gone.
    if (current?.status !== "waiting" || current.tries !== tries) return current?.wakeAt ?? null;
    const { status, again } = verdictOf(tried, tries - current.triesBefore);
    const wakeAt = again === null ? null : new Date(at.getTime() + again * 1000);
    const finishedAt = status === "waiting" ? null : at;
    await updateDelivery(tx, storeId, deliveryId, { status, wakeAt, finishedAt });
    const about = { addressId: current.addressId };
    if (status === "done") await healAlerts(tx, storeId, about, at);
    else if (status === "failed" || tries - current.triesBefore === TOLD_AFTER)
      await raiseAlert(tx, storeId, about, { cause: outcome, at });
    return wakeAt;
  });
}
