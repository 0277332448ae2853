import "server-only";
import { updateConnection } from "./queries";

export type Learned = {
  connection: "connected" | "broken" | "paused";
  /** Why it is not connected: a fault of lib/errors.ts. */
  fault?: string;
  /** The tool's own words, or ours by lib/tools/words.ts. */
  words?: string;
  /** Whose account it is, where a check has just said so. */
  account?: string;
};

/** Shows at the integration what a check or a run learned of its connection. */
export async function recordConnection(
  storeId: string,
  integrationId: string,
  { connection, fault, words, account }: Learned,
): Promise<void> {
  await updateConnection(storeId, integrationId, {
    connection,
    fault: fault ?? null,
    words: words ?? null,
    ...(account !== undefined && { account }),
  });
}
