import type { Planned } from "@/lib/inngest/announce";
import type { WaitingCursor } from "./input";
import { movedEarlier } from "./queries";

/** As many as one send may carry with room to spare: the engine takes 5,000. */
const PAGE = 1_000;

export type Moves = { storeId: string; automationId: string; version: number };

/** A page of the runs that an edit made due earlier; the engine still waits for their old moment. */
export async function pageOfMoves(
  { storeId, ...edit }: Moves,
  after: WaitingCursor | undefined,
): Promise<{ runs: Planned[]; next: WaitingCursor | undefined }> {
  const found = await movedEarlier(storeId, edit, after, PAGE);
  const last = found.length === PAGE ? found.at(-1) : undefined;
  return { runs: found, next: last && { dueAt: last.dueAt, runId: last.id } };
}
