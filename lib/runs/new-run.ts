import { dueAt } from "@/lib/automations/due";
import type { ActiveVersion } from "@/lib/automations/queries";
import { fillTemplate, type TemplateFacts } from "@/lib/automations/template";
import { templateFacts } from "@/lib/automations/template-facts";
import { now } from "@/lib/clock";
import type { ShopEvent } from "@/lib/easycart/queries";
import { getAction } from "@/lib/tools/registry";
import type { FieldValues } from "@/lib/tools/tool";
import type { Occurrence } from "@/lib/triggers/occurrences";
import { anchorOf } from "./anchor";
import type { NewRun } from "./queries";
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
  const { trigger, moment, late, tool, action, integrationId, labels } = version;
  const anchor = anchorOf(occurrence.at, event);
  const due = dueAt(anchor, moment, subject.store.timeZone);
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
    dueAt: due,
    ...stateAt(due, snapshot),
  };
}

/** A moment before the event that is past as the event becomes known is skipped, unless the automation says otherwise. */
export function stateAt(due: Date, { moment, late }: Pick<Snapshot, "moment" | "late">) {
  const at = now();
  return moment?.side === "before" && late === "skip" && due < at
    ? ({ status: "skipped", reason: "momentPast", finishedAt: at, wakeAt: null } as const)
    : ({ status: "waiting", wakeAt: due } as const);
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
