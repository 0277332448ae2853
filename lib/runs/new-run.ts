import type { ActiveVersion } from "@/lib/automations/queries";
import { fillTemplate, type TemplateFacts } from "@/lib/automations/template";
import { templateFacts } from "@/lib/automations/template-facts";
import type { ShopEvent } from "@/lib/easycart/queries";
import { getAction } from "@/lib/tools/registry";
import type { FieldValues } from "@/lib/tools/tool";
import type { Occurrence } from "@/lib/triggers/occurrences";
import { anchorOf } from "./anchor";
import type { NewRun } from "./queries";
import { schedule } from "./schedule";
import type { Snapshot } from "./snapshot";
import type { Subject } from "./subject";

type Version = ActiveVersion["version"];

/** The run that an automation's version makes of an occurrence: it waits, or its moment is past and it is skipped. */
export function newRun(
  event: ShopEvent,
  occurrence: Occurrence,
  { automation, version }: ActiveVersion,
  subject: Subject,
): Omit<NewRun, "storeId"> {
  const { trigger, moment, late, exitRules, sendingWindow } = version;
  const { tool, action, integrationId, labels } = version;
  const anchor = anchorOf(occurrence.at, event);
  const { store, product, contact, payload } = subject;
  const occurredAt = event.occurredAt;
  const facts = templateFacts({ contact, store, product, automation, payload, occurredAt });
  const snapshot: Snapshot = {
    store: { id: store.id, name: store.name },
    product,
    automation: { id: automation.id, name: automation.name, version: version.number },
    trigger,
    anchor: anchor.toISOString(),
    moment,
    late,
    exitRules,
    sendingWindow,
    contact,
    tool,
    action,
    input: filledIn(version, facts),
    labels,
  };
  return {
    automationId: automation.id,
    versionId: version.id,
    productId: occurrence.productId,
    customerId: occurrence.customerId,
    eventId: event.id,
    accessId: occurrence.accessId,
    integrationId,
    occurrence: occurrence.key,
    snapshot,
    isSample: event.isSample,
    ...schedule(anchor, snapshot, store.timeZone),
  };
}

/** The input with its templates filled in: the run keeps the words it was planned with. */
function filledIn({ tool, action, input }: Version, facts: TemplateFacts): FieldValues {
  const { fields } = getAction(tool, action);
  const entries = Object.entries(input).map(([name, value]) => {
    const kind = fields[name]?.kind;
    const isTemplate = kind === "template" || kind === "longtemplate";
    return [name, isTemplate ? fillTemplate(value, facts) : value];
  });
  return Object.fromEntries(entries);
}
