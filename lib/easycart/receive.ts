import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { handOver, type PlannedDelivery } from "@/lib/forwarding/hand-over";
import { open } from "@/lib/secrets";
import { findEndpoint } from "./endpoint-queries";
import { eventKey, readJsonObject } from "./json";
import { parseHeader, parsePayload } from "./payload";
import { type NewEvent, recordEvent } from "./queries";
import { Refusal } from "./refusal";
import { matchSignature } from "./sign";

const DAY_MS = 86_400_000;
const ENDPOINT = /^[0-9A-Za-z_-]{1,100}$/;

/** `delivery`: it is passed on to the store's or the product's webhook as well. */
export type Received = { id: string; repeated: boolean; delivery?: PlannedDelivery };

type Owner = NonNullable<Awaited<ReturnType<typeof findEndpoint>>>;

type Post = {
  endpoint: string;
  rawBody: Buffer;
  signature?: string | null;
  /** Sent by the merchant to try it out. */
  isSample?: boolean;
};

/**
 * Takes what EasyCart posted: checks the signature and stores the event, once however often it is
 * said. Whatever is a JSON object is stored, also what we don't understand. Committed when it
 * resolves; throws Refusal.
 */
export async function receiveEvent({ endpoint, ...post }: Post): Promise<Received> {
  return await keepEvent(db(), await ownerOf(endpoint), post);
}

/** Whose address it is; throws Refusal for nobody's. */
export async function ownerOf(endpoint: string): Promise<Owner> {
  const owner = ENDPOINT.test(endpoint) ? await findEndpoint(endpoint) : undefined;
  if (!owner) throw new Refusal("unknown_endpoint");
  return owner;
}

/** The inner half of `receiveEvent`: for an event that comes about in a transaction of ours. */
export async function keepEvent(
  tx: Tx,
  owner: Owner,
  { rawBody, signature = null, isSample }: Omit<Post, "endpoint">,
): Promise<Received> {
  const { storeId, productId, sealedSigningKey, timeZone, forwards } = owner;
  const { text, value } = readJsonObject(rawBody);
  const form = verified(
    signature,
    rawBody,
    value,
    sealedSigningKey && open(sealedSigningKey, storeId),
  );
  const { name, at, order } = parseHeader(value, timeZone);
  const receivedAt = now();
  const event: NewEvent = {
    key: eventKey(text, value, productId),
    name,
    raw: text,
    productId,
    order,
    signature: form,
    isSample,
    occurredAt: at && believable(at, receivedAt) ? at : receivedAt,
    receivedAt,
  };
  if (!forwards) return receivedAs(await recordEvent(tx, storeId, event));
  return await tx.transaction(async (inner) => {
    const received = receivedAs(await recordEvent(inner, storeId, event));
    if (received.repeated) return received;
    const said = parsePayload(value, timeZone).product;
    const arrived = { eventId: received.id, productId, said, signature, receivedAt };
    return { ...received, delivery: await handOver(inner, storeId, arrived) };
  });
}

const receivedAs = ({ id, repeats }: { id: string; repeats: number }): Received => ({
  id,
  repeated: repeats > 0,
});

function verified(
  signature: string | null | undefined,
  body: Buffer,
  value: unknown,
  key: string | null,
) {
  if (key === null) return "unsigned";
  if (!signature) throw new Refusal("signature_missing");
  const form = matchSignature(signature, body, value, key);
  if (!form) throw new Refusal("signature_wrong");
  return form;
}

/** EasyCart may tell late, and its clock may be a little ahead; a day ahead is a mistake. */
const believable = (at: Date, receivedAt: Date) => at.getTime() < receivedAt.getTime() + DAY_MS;
