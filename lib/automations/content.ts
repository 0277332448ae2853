import type { AutomationInput } from "./input";

/** What a version says: all of an automation but its name and product. */
export type Content = Omit<AutomationInput, "productId" | "name">;

export const contentOf = ({ trigger, moment, late, ...rest }: Content): Content => ({
  trigger,
  moment,
  late,
  conditions: rest.conditions,
  exitRules: rest.exitRules,
  sendingWindow: rest.sendingWindow,
  tool: rest.tool,
  integrationId: rest.integrationId,
  action: rest.action,
  input: rest.input,
  labels: rest.labels,
});
