import "server-only";
import { healAlerts, raiseAlert } from "@/lib/alerts/queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { REPEAT_SECONDS, updateConnection } from "./queries";

export type Learned = {
  connection: "connected" | "broken" | "paused";
  /** Why it is not connected, or what a connected one lacks: a fault of lib/errors.ts. */
  fault?: string;
  /** The tool's own words, or ours by lib/tools/words.ts. */
  words?: string;
  /** Whose account it is, where a check has just said so. */
  account?: string;
};

/** What an integration shows of its connection. */
export type Known = { connection: string; fault: string | null; checkedAt: Date | null };

/** Whether an integration shows as connected, without a fault, since a moment ago: saying it again would write nothing. */
export function isFreshlyConnected({ connection, fault, checkedAt }: Known): boolean {
  const age = checkedAt ? now().getTime() - checkedAt.getTime() : Number.POSITIVE_INFINITY;
  return connection === "connected" && fault === null && age < REPEAT_SECONDS * 1000;
}

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
    if (connection === "connected") await healAlerts(tx, storeId, { integrationId }, now());
    else {
      const cause = connection === "paused" ? connection : (fault ?? connection);
      await raiseAlert(tx, storeId, { integrationId }, { cause, at: now() });
    }
  });
}
