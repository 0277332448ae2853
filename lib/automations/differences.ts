import type { ToolCard } from "@/lib/tools/card";
import type { FieldValues } from "@/lib/tools/tool";
import type { Trigger } from "@/lib/triggers/trigger";
import { conditionsWords, type Extras, exitsWords, windowWords } from "./extras-words";
import type { Moment } from "./moment";
import { momentWords } from "./sentence";
import type { Words } from "./words";

/** A version with the names of what it points to. */
type NamedContent = Extras & {
  trigger: Trigger;
  moment: Moment | null;
  late: "skip" | "run_now";
  tool: string;
  action: string;
  account: string | null;
  input: FieldValues;
  labels: FieldValues;
};

/** A row of the editor that says something else; empty: it said nothing. */
export type Difference = { what: string; before: string; after: string };

/** In plain words, row by row, what a version says otherwise than the one before. */
export function differencesOf(
  before: NamedContent,
  after: NamedContent,
  tools: readonly ToolCard[],
  t: Words,
): Difference[] {
  const [was, is] = [rowsOf(before, tools, t), rowsOf(after, tools, t)];
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((what) => ({ what, before: was.get(what) ?? "", after: is.get(what) ?? "" }))
    .filter((row) => row.before !== row.after);
}

/** What each row of the editor says, by its name. */
function rowsOf(content: NamedContent, tools: readonly ToolCard[], t: Words): Map<string, string> {
  const tool = tools.find(({ id }) => id === content.tool);
  const action = tool?.actions[content.action];
  const rows = new Map([
    [t("editor.trigger"), t(`trigger.${content.trigger}.name`)],
    [t("editor.rows.moment"), momentWords(content.moment, t)],
    [t("extras.editor.conditions"), conditionsWords(content.conditions, t)],
    [t("extras.editor.exits"), exitsWords(content.exitRules, t)],
    [t("extras.editor.window"), windowWords(content.sendingWindow, t)],
    [t("editor.rows.tool"), tool?.name ?? content.tool],
    [t("editor.rows.account"), content.account ?? ""],
    [t("editor.rows.action"), action?.label ?? content.action],
  ]);
  if (content.moment?.side === "before")
    rows.set(t("editor.late.label"), t(`editor.late.${content.late}`));
  for (const [name, field] of Object.entries(action?.fields ?? {})) {
    const value = content.input[name] ?? "";
    const choices = typeof field.choices === "object" ? field.choices : [];
    const chosen = choices.find((choice) => choice.value === value)?.label;
    rows.set(field.label, chosen ?? content.labels[name] ?? value);
  }
  return rows;
}
