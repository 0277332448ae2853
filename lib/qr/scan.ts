import "server-only";
import { newId } from "@/drizzle/columns";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { keepEvent, ownerOf, type Received } from "@/lib/easycart/receive";
import { signBody } from "@/lib/easycart/sign";
import { appUrl } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { getSigningKey } from "@/lib/stores/queries";
import type { ScanInput } from "./input";
import { scanPayload } from "./payload";
import { type Code, insertScan, lockCode, scanByKey, updateCode } from "./queries";
import { stateOf } from "./state";
import { scanUrl } from "./token";
import type { FoundCode } from "./token-queries";

type Person = { userId: string; name: string; email: string };

/** What was done, and the event that it is; `received` is absent where the phone only said it again. */
export type Scanned = {
  /** Which of the code's scans it is; null: scans were added. */
  number: number | null;
  change: number;
  /** Null: any number. */
  remaining: number | null;
  received?: Received;
};

/**
 * Records a scan, or adds scans to those left, once for each key. The scan and the shop event that
 * it is are one transaction; it comes in by the product's own address, signed as EasyCart signs.
 */
export async function scan(
  code: FoundCode,
  person: Person,
  { key, kind, credits }: Omit<ScanInput, "token">,
): Promise<Scanned> {
  const { storeId } = code;
  // Asked before the transaction: inside it they would wait for a second connection.
  const [owner, signingKey] = await Promise.all([
    ownerOf(code.product.endpoint),
    getSigningKey(storeId),
  ]);
  const keep = (tx: Tx, payload: unknown) => {
    const rawBody = Buffer.from(JSON.stringify(payload));
    const signature = signingKey === null ? undefined : signBody(rawBody, signingKey);
    return keepEvent(tx, owner, { rawBody, signature });
  };
  return await db().transaction(async (tx) => {
    const locked = await lockCode(tx, storeId, code.id);
    const known = await scanByKey(tx, storeId, code.id, key);
    if (known) return known;
    const at = now();
    const id = newId("qrs");
    const what = { id, codeId: code.id, key, kind, userId: person.userId, at };
    if (kind === "added") {
      const remaining = added(code, locked, credits, at);
      await updateCode(tx, storeId, code.id, { scans: locked.scans, remaining });
      const done = { number: null, change: credits, remaining };
      await insertScan(tx, storeId, { ...what, ...done, eventId: null });
      return done;
    }
    const done = taken(code, locked, credits, at);
    const pictureUrl = `${scanUrl(appUrl(), code.token)}/image`;
    const facts = { ...done, scanId: id, by: person, at, pictureUrl };
    const received = await keep(tx, scanPayload(code, facts));
    await updateCode(tx, storeId, code.id, { scans: done.number, remaining: done.remaining });
    await insertScan(tx, storeId, { ...what, ...done, eventId: received.id });
    return { ...done, received };
  });
}

function taken(code: FoundCode, { scans, remaining }: Code, credits: number, at: Date) {
  const state = stateOf({ ...code, remaining }, at);
  if (state !== "valid") throw new UserError(state === "used" ? "codeUsed" : "codeExpired");
  const number = scans + 1;
  if (remaining === null) return { number, change: 0, remaining };
  if (credits > remaining) throw new UserError("codeHasFewer", { remaining }, "credits");
  return { number, change: -credits, remaining: remaining - credits };
}

function added(code: FoundCode, { remaining }: Code, credits: number, at: Date): number {
  if (stateOf({ ...code, remaining }, at) === "expired") throw new UserError("codeExpired");
  if (remaining === null) throw new UserError("codeUnlimited");
  return remaining + credits;
}
