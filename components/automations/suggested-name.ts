import type { AutomationInput } from "@/lib/automations/input";
import type { ToolCard } from "@/lib/tools/card";

/** What an automation is called as long as nobody named it. */
export function suggestedName(given: AutomationInput, tools: readonly ToolCard[]): string {
  const tool = tools.find(({ id }) => id === given.tool);
  const action =
    tool && Object.hasOwn(tool.actions, given.action) ? tool.actions[given.action] : undefined;
  if (!action) return "";
  const [label] = Object.values(given.labels).filter(Boolean);
  return (label ? `${action.label}: ${label}` : action.label).slice(0, 120);
}

export const named = (given: AutomationInput, tools: readonly ToolCard[]): AutomationInput =>
  given.name.trim() ? given : { ...given, name: suggestedName(given, tools) };
