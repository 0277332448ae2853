import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { type Steered, steerWaiting } from "../steer-queries";
import type { Which } from "../waiting-queries";
import type { WaitingChoice } from "./choice";
import type { Decided, Decision } from "./input";
import { moveTouched, slotsOfTouched } from "./queries";
import { inSnapshot, mustPrecede, slotDue, slotMs, type Timing } from "./timing";

export type Edit = {
  automationId: string;
  userId: string;
  /** Why they are cancelled: a key of messages/<locale>/activity.json. */
  reason: string;
  /** Where those who move go; absent: the time does not change, and nobody moves. */
  to?: { timing: Timing; version: number; zone: string };
};

/**
 * Carries out what was chosen for those who wait, in the transaction of the edit itself, as steerings
 * that can be undone; they are to be announced once that is committed. The automation is locked, so
 * that no run is planned meanwhile; a run that begins first goes its way.
 */
export async function decideWaiting(
  tx: Tx,
  storeId: string,
  edit: Edit,
  decision: Decision,
): Promise<{ decided: Decided; steered: Steered[] }> {
  const deed = { userId: edit.userId, at: now() };
  const toCancel = those(edit, decision, "cancel");
  const cancel = { kind: "cancel", reason: edit.reason } as const;
  const cancelled = toCancel
    ? await steerWaiting(tx, storeId, toCancel, cancel, deed)
    : { id: "", count: 0 };
  const toMove = those(edit, decision, "move");
  const { id, ...moved } =
    toMove && edit.to ? await move(tx, storeId, toMove, edit.to, deed) : NOBODY;
  const steered = [cancelled, { id, count: moved.moved + moved.skipped }];
  return {
    decided: { ...moved, cancelled: cancelled.count },
    steered: steered.filter(({ count }) => count > 0),
  };
}

const NOBODY = { id: "", moved: 0, atOnce: 0, skipped: 0 };

async function move(
  tx: Tx,
  storeId: string,
  which: Which,
  { timing, version, zone }: NonNullable<Edit["to"]>,
  deed: { userId: string; at: Date },
) {
  const { trigger } = timing;
  const ms = slotMs(timing);
  const numbers = await slotsOfTouched(tx, storeId, which, { trigger, ms });
  const move = {
    ...{ trigger, ms, version },
    slots: numbers.map((number) => slotDue(number, timing, zone, deed.at)),
    mustPrecede: mustPrecede(timing),
    timing: inSnapshot(timing),
  };
  return await moveTouched(tx, storeId, which, move, deed);
}

/** Whom a choice is for: everybody but the exceptions, some of the exceptions alone, or nobody. */
function those(
  { automationId }: Edit,
  { all, exceptions }: Decision,
  choice: WaitingChoice,
): Which | undefined {
  const others = exceptions.filter((each) => (each.choice === choice) !== (all === choice));
  const ids = others.map(({ runId }) => runId);
  if (all === choice) return { filter: { automationId }, except: ids };
  return ids.length > 0 ? { ids, automationId } : undefined;
}
