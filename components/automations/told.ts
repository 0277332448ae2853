import type { ExitRule } from "@/lib/automations/exit-rules";
import type { AutomationInput } from "@/lib/automations/input";
import type { Told } from "@/lib/automations/sentence";
import type { EditorFacts } from "./editor-context";

/** What the form says so far, as the sentence reads it. */
export function toldOf(
  given: AutomationInput,
  { tools, products, accounts }: Pick<EditorFacts, "tools" | "products" | "accounts">,
): Told {
  const tool = tools.find(({ id }) => id === given.tool);
  const productOf = (rule: ExitRule) =>
    rule.when === "bought" ? products.find(({ id }) => id === rule.productId)?.name : undefined;
  return {
    trigger: given.trigger,
    moment: given.moment && Number.isFinite(given.moment.value) ? given.moment : null,
    product: products.find(({ id }) => id === given.productId)?.name,
    tool,
    integration: accounts.find(({ id }) => id === given.integrationId)?.name,
    action:
      tool && Object.hasOwn(tool.actions, given.action) ? tool.actions[given.action] : undefined,
    input: given.input,
    labels: given.labels,
    extras: {
      conditions: given.conditions,
      exitRules: given.exitRules.map((rule) => ({ ...rule, product: productOf(rule) })),
      sendingWindow: given.sendingWindow,
    },
  };
}
