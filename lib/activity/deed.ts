import type { ActionCard, FieldCard } from "@/lib/tools/card";
import type { FieldValues } from "@/lib/tools/tool";

const NAMING: readonly FieldCard["kind"][] = ["choice", "text", "email", "url"];

/** What an action was to do, for a row: its label, and the name of what was chosen first. */
export function deedOf(
  action: Pick<ActionCard, "label" | "fields">,
  { input, labels }: { input: FieldValues; labels: FieldValues },
): { action: string; what?: string } {
  for (const [name, { kind, choices }] of Object.entries(action.fields)) {
    const value = input[name];
    if (!value || !NAMING.includes(kind)) continue;
    const fixed = typeof choices === "object" ? choices : [];
    const chosen = fixed.find((choice) => choice.value === value);
    return { action: action.label, what: labels[name] ?? chosen?.label ?? value };
  }
  return { action: action.label };
}

/** A sentence of a tool's own with its {fields} filled in: "jest w kampanii {campaign}". */
export function filledWords(
  template: string,
  { input, labels }: { input: FieldValues; labels: FieldValues },
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => labels[name] ?? input[name] ?? "");
}
