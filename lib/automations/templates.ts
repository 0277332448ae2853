import type { ToolCard } from "@/lib/tools/card";
import type { Trigger } from "@/lib/triggers/trigger";
import type { Content } from "./content";
import { presetExits } from "./exit-rules";
import type { Moment } from "./moment";

/** What a new automation may begin with. The second of the pair is offered once the first is published. */
export const TEMPLATES = ["pair", "cart", "letter"] as const;
export type Template = (typeof TEMPLATES)[number];

type Beginning = { trigger: Trigger; moment: Moment | null };

const BEGINNINGS: Record<Template, Beginning> = {
  pair: { trigger: "purchase", moment: null },
  // Long enough that nobody is chased who is still at the till.
  cart: { trigger: "cart_recovery", moment: { side: "after", unit: "hours", value: 1 } },
  letter: { trigger: "purchase", moment: null },
};

/** `own`: tools that need no account; a letter is the only action of one. */
export function beginningOf(template: Template, tools: readonly ToolCard[]): Content {
  const { trigger, moment } = BEGINNINGS[template];
  const letter = template === "letter" ? tools.find((tool) => !tool.needsAccount) : undefined;
  const [action] = Object.keys(letter?.actions ?? {});
  return {
    ...{ trigger, moment, late: "skip", conditions: [], exitRules: presetExits(trigger) },
    ...{ sendingWindow: null, tool: letter?.id ?? "", integrationId: null, action: action ?? "" },
    ...{ input: {}, labels: {} },
  };
}

/**
 * The automation that takes away, as access expires, what another gives at purchase: the same list of
 * the same account. Undefined: what it does gives nothing that could be taken away.
 */
export function mirrorOf(content: Content, tools: readonly ToolCard[]): Content | undefined {
  const tool = tools.find(({ id }) => id === content.tool);
  const gives = tool?.actions[content.action];
  if (content.trigger !== "purchase" || !tool || !gives || gives.takesAway) return undefined;
  // Of what takes away by no more than was given, whatever names it most exactly.
  const [found] = Object.entries(tool.actions)
    .filter(([, { takesAway, fields }]) => takesAway && within(fields, gives.fields))
    .sort(([, a], [, b]) => Object.keys(b.fields).length - Object.keys(a.fields).length);
  if (!found) return undefined;
  const [action, { fields, takesAway }] = found;
  const kept = (values: Content["input"]) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(fields, name)));
  return {
    ...content,
    ...{ trigger: "access_expired", moment: null, late: "skip", conditions: [] },
    ...{ exitRules: presetExits("access_expired", { takesAway }), action },
    ...{ input: kept(content.input), labels: kept(content.labels) },
  };
}

const within = (fields: object, others: object) =>
  Object.keys(fields).every((name) => Object.hasOwn(others, name));
