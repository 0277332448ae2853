import "server-only";
import type { AutomationInput } from "@/lib/automations/input";
import { type Edited, publishIn } from "@/lib/automations/publish";
import { lockAutomation, markDeleted, updateAutomation } from "@/lib/automations/queries";
import { db, retrying, type Tx } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { NotFoundError } from "@/lib/errors";
import { announceSteering } from "@/lib/inngest/announce";
import { getStore } from "@/lib/stores/queries";
import type { Steered } from "../steer-queries";
import { decideWaiting } from "./decide";
import type { Decided, Decision } from "./input";
import { timingOf } from "./timing";

/** Publishes the next version of an automation, and does with those who wait what was chosen for them: both or neither. */
export async function publishEdit(
  storeId: string,
  userId: string,
  given: AutomationInput,
  edited: Edited,
  decision: Decision,
): Promise<Edited & { decided: Decided }> {
  const { automationId } = edited;
  const { timeZone: zone } = await getStore(storeId);
  return await together(storeId, async (tx) => {
    const { version } = await publishIn(tx, storeId, userId, given, edited);
    const to = { timing: timingOf(given), version, zone };
    const edit = { automationId, userId, reason: "automationEdited", to };
    const { decided, steered } = await decideWaiting(tx, storeId, edit, decision);
    return { steered, result: { automationId, version, decided } };
  });
}

/** Switches an automation off or deletes it, likewise. What ran already keeps its history. */
export async function endAutomation(
  storeId: string,
  userId: string,
  automationId: string,
  how: "off" | "deleted",
  decision: Decision,
): Promise<Decided> {
  return await together(storeId, async (tx) => {
    const ended = await lockAutomation(tx, storeId, automationId);
    if (!ended) throw new NotFoundError();
    const deed = { what: `automation_${how}` as const, subject: automationId, name: ended.name };
    await recordDeed(tx, storeId, { userId, ...deed });
    if (how === "deleted") await markDeleted(tx, storeId, automationId);
    else await updateAutomation(tx, storeId, automationId, { enabled: false });
    const reason = how === "deleted" ? "automationDeleted" : "automationSwitchedOff";
    const edit = { automationId, userId, reason };
    const { decided, steered } = await decideWaiting(tx, storeId, edit, decision);
    return { steered, result: decided };
  });
}

/** One transaction; once it is committed the engine is told of the runs it steered. */
async function together<R>(
  storeId: string,
  work: (tx: Tx) => Promise<{ steered: Steered[]; result: R }>,
): Promise<R> {
  const { steered, result } = await retrying(() => db().transaction(work));
  for (const { id } of steered) await announceSteering(storeId, id);
  return result;
}
