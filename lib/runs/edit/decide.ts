import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { WaitingChoice } from "./choice";
import type { Decided, Decision } from "./input";
import { cancelTouched, moveTouched, slotsOfTouched, type Which } from "./queries";
import { inSnapshot, mustPrecede, slotDue, slotMs, type Timing } from "./timing";

export type Edit = {
  automationId: string;
  /** Why they are cancelled: a key of messages/<locale>/activity.json. */
  reason: string;
  /** Where those who move go; absent: the time does not change, and nobody moves. */
  to?: { timing: Timing; version: number; zone: string };
};

/**
 * Carries out what was chosen for those who wait, in the transaction of the edit itself. The
 * automation is locked, so that no run is planned meanwhile; a run that begins first goes its way.
 */
export async function decideWaiting(
  tx: Tx,
  storeId: string,
  { automationId, reason, to }: Edit,
  decision: Decision,
): Promise<Decided> {
  const cancelled = await cancelTouched(
    tx,
    storeId,
    automationId,
    those(decision, "cancel"),
    reason,
  );
  const nobody = { moved: 0, atOnce: 0, skipped: 0 };
  const which = those(decision, "move");
  const moved = to ? await move(tx, storeId, automationId, which, to) : nobody;
  return { ...moved, cancelled };
}

async function move(
  tx: Tx,
  storeId: string,
  automationId: string,
  which: Which,
  { timing, version, zone }: NonNullable<Edit["to"]>,
) {
  const at = now();
  const { trigger } = timing;
  const ms = slotMs(timing);
  const numbers = await slotsOfTouched(tx, storeId, automationId, which, { trigger, ms });
  return await moveTouched(tx, storeId, automationId, which, {
    ...{ trigger, ms, version },
    slots: numbers.map((number) => slotDue(number, timing, zone, at)),
    mustPrecede: mustPrecede(timing),
    timing: inSnapshot(timing),
  });
}

/** Whom a choice is for: everybody but the exceptions, or some of the exceptions alone. */
function those({ all, exceptions }: Decision, choice: WaitingChoice): Which {
  const others = exceptions.filter((each) => (each.choice === choice) !== (all === choice));
  return { all: all === choice, ids: others.map(({ runId }) => runId) };
}
