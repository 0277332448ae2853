import "server-only";
import type { AutomationInput } from "@/lib/automations/input";
import { type Edited, publishIn } from "@/lib/automations/publish";
import { lockAutomation, markDeleted, updateAutomation } from "@/lib/automations/queries";
import { db, retrying } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { announceMoves } from "@/lib/inngest/announce";
import { getStore } from "@/lib/stores/queries";
import { decideWaiting } from "./decide";
import type { Decided, Decision } from "./input";
import { timingOf } from "./timing";

/**
 * Publishes the next version of an automation, and does with those who wait what was chosen for
 * them: both or neither. Nothing is told to the engine of one who was cancelled or moved later: it
 * looks at the run anew when its sleep ends.
 */
export async function publishEdit(
  storeId: string,
  userId: string,
  given: AutomationInput,
  edited: Edited,
  decision: Decision,
): Promise<Edited & { decided: Decided }> {
  const { automationId } = edited;
  const { timeZone: zone } = await getStore(storeId);
  const published = await retrying(() =>
    db().transaction(async (tx) => {
      const { version } = await publishIn(tx, storeId, userId, given, edited);
      const to = { timing: timingOf(given), version, zone };
      const edit = { automationId, reason: "automationEdited", to };
      return { automationId, version, decided: await decideWaiting(tx, storeId, edit, decision) };
    }),
  );
  const { version, decided } = published;
  if (decided.moved > 0) await announceMoves({ storeId, automationId, version });
  return published;
}

/** Switches an automation off or deletes it, likewise. What ran already keeps its history. */
export async function endAutomation(
  storeId: string,
  automationId: string,
  how: "off" | "deleted",
  decision: Decision,
): Promise<Decided> {
  return await retrying(() =>
    db().transaction(async (tx) => {
      if (!(await lockAutomation(tx, storeId, automationId))) throw new NotFoundError();
      if (how === "deleted") await markDeleted(tx, storeId, automationId);
      else await updateAutomation(tx, storeId, automationId, { enabled: false });
      const reason = how === "deleted" ? "automationDeleted" : "automationSwitchedOff";
      return await decideWaiting(tx, storeId, { automationId, reason }, decision);
    }),
  );
}
