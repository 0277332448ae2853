import { z } from "zod";
import { type ErrorWords, inputWords } from "@/lib/input";
import { type ActionCard, type Locale, suits, type ToolCard } from "@/lib/tools/card";
import { schemaOf } from "@/lib/tools/schema";
import type { FieldValues } from "@/lib/tools/tool";
import { mayRunBefore, TRIGGERS } from "@/lib/triggers/trigger";
import { factsOf } from "./conditions";
import { exitsOf } from "./exit-rules";
import { conditions, exitRules, sendingWindow } from "./extras-input";
import { LATE_CHOICES, type Moment, SIDES, UNITS } from "./moment";
import { templateProblems } from "./template";

const id = z.string().min(1).max(64);

export const moment = z.object({
  side: z.enum(SIDES),
  unit: z.enum(UNITS),
  value: z.int().min(1).max(1000),
}) satisfies z.ZodType<Moment>;

/** An automation as the form sends it. What its tool asks for is judged by `checkTool`. */
export const automationInput = z
  .object({
    productId: id,
    name: z.string().trim().min(1).max(120),
    trigger: z.enum(TRIGGERS),
    /** Null: "W momencie zdarzenia". */
    moment: moment.nullable(),
    late: z.enum(LATE_CHOICES),
    conditions,
    exitRules,
    /** Null: at any time. */
    sendingWindow: sendingWindow.nullable(),
    tool: id,
    integrationId: id.nullable(),
    action: id,
    input: z.record(id, z.string().max(20_000)),
    labels: z.record(id, z.string().max(500)),
  })
  .refine(({ trigger, moment }) => moment?.side !== "before" || mayRunBefore(trigger), {
    path: ["moment", "side"],
    params: { words: "notKnownAhead" },
  })
  .check(({ value, issues }) => {
    const { trigger } = value;
    const refuse = (path: (string | number)[], words: string) =>
      issues.push({ code: "custom", path, input: value, params: { words } });
    value.conditions.forEach(({ fact }, at) => {
      if (!factsOf(trigger).includes(fact)) refuse(["conditions", at, "fact"], "factNotTold");
    });
    value.exitRules.forEach(({ when }, at) => {
      if (!exitsOf(trigger).includes(when)) refuse(["exitRules", at, "when"], "exitNotThere");
    });
  });

/** What of an automation decides when its runs are due. */
export const automationTiming = z.object({
  trigger: z.enum(TRIGGERS),
  moment: moment.nullable(),
  late: z.enum(LATE_CHOICES),
  sendingWindow: sendingWindow.nullable(),
});

export type AutomationTiming = z.output<typeof automationTiming>;

export type AutomationInput = z.output<typeof automationInput>;

export type Checked =
  | { ok: true; value: AutomationInput }
  /** What is wrong with which field, by its path. */
  | { ok: false; fields: Record<string, string> };

/** Holds the tool, account, action and fields of an automation against what the tool says of itself. */
export function checkTool(
  given: AutomationInput,
  card: ToolCard | undefined,
  locale: Locale,
  words: ErrorWords,
): Checked {
  if (!card || !suits(card, given.trigger))
    return { ok: false, fields: { tool: words("field.choice") } };
  const action = Object.hasOwn(card.actions, given.action) ? card.actions[given.action] : undefined;
  if (!action) return { ok: false, fields: { action: words("field.choice") } };
  if (card.needsAccount && !given.integrationId)
    return { ok: false, fields: { integrationId: words("field.choice") } };
  const integrationId = card.needsAccount ? given.integrationId : null;
  const input = schemaOf(action.fields, locale).safeParse(given.input, {
    error: inputWords(words),
  });
  if (!input.success) return { ok: false, fields: pathsOf(input.error) };
  const slips = templateSlips(action, input.data, words);
  if (Object.keys(slips).length > 0) return { ok: false, fields: slips };
  const labels = labelsOf(action, input.data, given.labels);
  return { ok: true, value: { ...given, integrationId, input: input.data, labels } };
}

function pathsOf(error: z.ZodError): Record<string, string> {
  const found = error.issues.map(({ path, message }) => [["input", ...path].join("."), message]);
  return Object.fromEntries(found.toReversed());
}

/** Variables that don't exist, and braces that don't close: a customer would read them as they stand. */
function templateSlips({ fields }: ActionCard, input: FieldValues, words: ErrorWords) {
  const slips: Record<string, string> = {};
  for (const [name, { kind }] of Object.entries(fields)) {
    if (kind !== "template" && kind !== "longtemplate") continue;
    const [slip] = templateProblems(input[name] ?? "");
    if (slip?.kind === "unknown")
      slips[`input.${name}`] = words("templateUnknown", { name: slip.name || "{{}}" });
    if (slip?.kind === "broken")
      slips[`input.${name}`] = words("templateBroken", { near: slip.near });
  }
  return slips;
}

/** Only choices that the tool offered have a name of their own; all else reads as it stands. */
function labelsOf({ fields }: ActionCard, input: FieldValues, labels: FieldValues): FieldValues {
  const named = Object.entries(labels).filter(
    ([name]) => typeof fields[name]?.choices === "string" && input[name],
  );
  return Object.fromEntries(named);
}
