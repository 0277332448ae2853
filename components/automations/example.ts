import { dueAt, runsAt } from "@/lib/automations/due";
import { isWholeWindow } from "@/lib/automations/extras-words";
import type { AutomationInput } from "@/lib/automations/input";
import type { SendingWindow } from "@/lib/automations/sending-window";

const DAY_MS = 86_400_000;
/** How far ahead the end of an access is imagined. */
const EXAMPLE_DAYS = 30;

/** The trigger's own moment in the example, and when the run would come. */
export function exampleOf(
  given: Pick<AutomationInput, "moment" | "sendingWindow">,
  now: Date,
  zone: string,
): { anchor: Date; due: Date } {
  const moment = given.moment && Number.isFinite(given.moment.value) ? given.moment : null;
  const window = windowOf(given);
  if (moment?.side !== "before")
    return { anchor: now, due: runsAt(now, { moment, sendingWindow: window }, zone) };
  const reach = dueAt(now, { ...moment, side: "after" }, zone);
  const ahead = new Date(now.getTime() + EXAMPLE_DAYS * DAY_MS);
  const anchor = reach > ahead ? new Date(reach.getTime() + DAY_MS) : ahead;
  return { anchor, due: runsAt(anchor, { moment, sendingWindow: window }, zone) };
}

/** Null too as long as it is being filled in. */
function windowOf({ sendingWindow }: Pick<AutomationInput, "sendingWindow">): SendingWindow | null {
  return sendingWindow && isWholeWindow(sendingWindow) ? sendingWindow : null;
}
