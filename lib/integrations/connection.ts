import "server-only";
import { healAlerts, raiseAlert } from "@/lib/alerts/queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { updateConnection } from "./queries";

export type Learned = {
  connection: "connected" | "broken" | "paused";
  /** Why it is not connected, or what a connected one lacks: a fault of lib/errors.ts. */
  fault?: string;
  /** The tool's own words, or ours by lib/tools/words.ts. */
  words?: string;
  /** Whose account it is, where a check has just said so. */
  account?: string;
};

/**
 * Shows at the integration what a check or a run learned of its connection. Turning red raises an
 * alert, one per cause; turning green heals them.
 */
export async function recordConnection(
  storeId: string,
  integrationId: string,
  { connection, fault, words, account }: Learned,
): Promise<void> {
  await db().transaction(async (tx) => {
    const isNew = await updateConnection(tx, storeId, integrationId, {
      connection,
      fault: fault ?? null,
      words: words ?? null,
      ...(account !== undefined && { account }),
    });
    if (!isNew) return;
    if (connection === "connected") await healAlerts(tx, storeId, integrationId, now());
    else {
      const cause = connection === "paused" ? connection : (fault ?? connection);
      await raiseAlert(tx, storeId, integrationId, { cause, at: now() });
    }
  });
}
