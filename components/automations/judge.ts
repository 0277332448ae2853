import { type AutomationInput, automationInput, checkTool } from "@/lib/automations/input";
import { type ErrorWords, inputWords } from "@/lib/input";
import type { Locale, ToolCard } from "@/lib/tools/card";
import { named } from "./suggested-name";

type Options = { tools: readonly ToolCard[]; locale: Locale; words: ErrorWords };

/** What the server will say: first of the shape of an automation, then of what its tool asks for. */
export function judge(values: AutomationInput, { tools, locale, words }: Options) {
  const shape = automationInput.safeParse(named(values, tools), { error: inputWords(words) });
  if (!shape.success) {
    const found = shape.error.issues.map(({ path, message }) => [path.join("."), message]);
    return { ok: false as const, fields: Object.fromEntries(found.toReversed()) };
  }
  const card = tools.find(({ id }) => id === shape.data.tool);
  return checkTool(shape.data, card, locale, words);
}

/** Undefined: as it stands, it is no automation yet. */
export function shaped(values: AutomationInput, tools: readonly ToolCard[]) {
  return automationInput.safeParse(named({ ...values, name: "" }, tools)).data;
}
