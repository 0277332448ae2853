import "server-only";
import { isDeepStrictEqual } from "node:util";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { addressFor } from "@/lib/forwarding/queries";
import { openIntegration } from "@/lib/integrations/open";
import { findTool, tools } from "@/lib/tools/registry";
import type { Trigger } from "@/lib/triggers/trigger";
import type { AutomationInput } from "./input";
import { canMeet } from "./meet";
import { sameDeeds, throughTools, type Where } from "./twin-queries";

export type Twin =
  /**
   * same: the same deed at the same moment. pair: by two triggers that one end brings about both.
   * address: another integration, or another moment, but the same receiver of the same event.
   */
  | { kind: "same" | "pair" | "address"; id: string; name: string; enabled: boolean }
  /** The store's or the product's webhook for events gets it anyway. */
  | { kind: "forwarding"; of: "store" | "product"; productId: string };

/** As many as anybody reads. */
const SHOWN_AT_MOST = 5;
/** A subscription's end is the end of its access too, told by both. */
const ENDS: readonly Trigger[] = ["subscription_ended", "access_expired"];

const alike = (trigger: Trigger): readonly Trigger[] => (ENDS.includes(trigger) ? ENDS : [trigger]);

/**
 * What would do again, for one event, what an automation is to do; the merchant may mean it. A sending
 * window makes no difference: it puts a deed off and spares nobody.
 */
export async function twinsOf(
  storeId: string,
  given: AutomationInput,
  automationId?: string,
): Promise<Twin[]> {
  const { productId, trigger, moment, conditions } = given;
  const where = { productId, automationId, triggers: alike(trigger) };
  const found = await sameDeeds(storeId, where, given);
  const meeting = found.filter((other) => canMeet([...other.conditions, ...conditions]));
  const twins = meeting.flatMap(({ id, name, enabled, ...other }): Twin[] => {
    if (other.trigger !== trigger) return [{ kind: "pair", id, name, enabled }];
    return isDeepStrictEqual(other.moment, moment) ? [{ kind: "same", id, name, enabled }] : [];
  });
  const listeners = await sameListeners(storeId, where, given);
  const known = new Set(twins.map((twin) => "id" in twin && twin.id));
  const more = listeners.filter((twin) => !("id" in twin && known.has(twin.id)));
  return [...twins, ...more].slice(0, SHOWN_AT_MOST);
}

/** Whoever tells the same address, by whatever integration or function. */
async function sameListeners(
  storeId: string,
  where: Where,
  { tool, integrationId, trigger, conditions }: AutomationInput,
): Promise<Twin[]> {
  const address = findTool(tool)?.address && (await addressOf(storeId, integrationId));
  if (!address) return [];
  const telling = tools.filter((each) => each.address).map(({ id }) => id);
  const others = await throughTools(storeId, { ...where, triggers: [trigger] }, telling);
  const addresses = new Map<string | null, string | undefined>();
  for (const each of new Set(others.map((other) => other.integrationId)))
    addresses.set(each, await addressOf(storeId, each));
  const twins = others
    .filter((other) => addresses.get(other.integrationId) === address)
    .filter((other) => canMeet([...other.conditions, ...conditions]))
    .map(({ id, name, enabled }): Twin => ({ kind: "address", id, name, enabled }));
  const forwarded = await addressFor(db(), storeId, where.productId);
  if (!forwarded || plain(forwarded.url) !== address) return twins;
  const of = forwarded.productId ? "product" : "store";
  return [...twins, { kind: "forwarding", of, productId: where.productId }];
}

async function addressOf(
  storeId: string,
  integrationId: string | null,
): Promise<string | undefined> {
  if (!integrationId) return undefined;
  try {
    const { tool, credentials } = await openIntegration(storeId, integrationId);
    const address = tool.address?.(credentials);
    return address && plain(address);
  } catch (error) {
    // Deleted meanwhile: then it tells nobody.
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/** One address, however it is written. */
function plain(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url ? `${url.origin}${url.pathname.replace(/\/$/, "")}${url.search}` : address;
}
