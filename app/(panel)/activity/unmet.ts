import "server-only";
import { getTranslations } from "next-intl/server";
import { unmetWords } from "@/lib/automations/extras-words";
import { unmetOfEvents } from "@/lib/runs/unmet-queries";

/** Which automations those events did not start and why, in a sentence each, by the event's id. */
export async function shownUnmet(
  storeId: string,
  eventIds: readonly string[],
): Promise<Map<string, string[]>> {
  const [t, rows] = await Promise.all([
    getTranslations("automations"),
    unmetOfEvents(storeId, eventIds),
  ]);
  const shown = new Map<string, string[]>();
  for (const { eventId, automation, unmet } of rows) {
    const said = unmet.map((each) => unmetWords(automation.name, each, t));
    shown.set(eventId, [...(shown.get(eventId) ?? []), ...said]);
  }
  return shown;
}
