import { activecampaign } from "./activecampaign";
import { describeFields, type Locale, mapValues, readable, type ToolCard } from "./card";
import { circle } from "./circle";
import { convertkit } from "./convertkit";
import { getresponse } from "./getresponse";
import { mailchimp } from "./mailchimp";
import { mailerlite } from "./mailerlite";
import { mailerliteClassic } from "./mailerlite-classic";
import { notifications } from "./notifications";
import { sendgrid } from "./sendgrid";
import type { Tool } from "./tool";
import { webhook } from "./webhook";

/** Every tool we offer, in the order the catalogue shows them. Adding a tool is one folder and one line here. */
export const tools: readonly Tool[] = [
  activecampaign,
  circle,
  convertkit,
  getresponse,
  mailchimp,
  mailerlite,
  mailerliteClassic,
  sendgrid,
  webhook,
  notifications,
];

export function findTool(id: string): Tool | undefined {
  return tools.find((tool) => tool.id === id);
}

export function getTool(id: string): Tool {
  const tool = findTool(id);
  if (!tool) throw new Error(`There is no tool "${id}"`);
  return tool;
}

export function getAction(toolId: string, actionId: string): Tool["actions"][string] {
  const { actions } = getTool(toolId);
  const action = Object.hasOwn(actions, actionId) ? actions[actionId] : undefined;
  if (!action) throw new Error(`The tool "${toolId}" has no action "${actionId}"`);
  return action;
}

/** A tool as plain data for the browser, its words in one language. */
export function describeTool(tool: Tool, locale: Locale): ToolCard {
  const { id, name, names, origin, summary, mark, guide, credentials, suits, actions } = tool;
  return {
    id,
    name: names?.[locale] ?? name,
    origin,
    summary: readable(summary, locale),
    mark,
    guide: guide.map((step) => readable(step, locale)),
    credentials: describeFields(credentials, locale),
    needsAccount: Object.keys(credentials).length > 0,
    ...(suits && { suits: [...suits] }),
    actions: mapValues(actions as Tool["actions"], (action) => ({
      label: action.label[locale],
      ...(action.hint && { hint: readable(action.hint, locale) }),
      sentence: action.sentence[locale],
      verdict: action.verdict[locale],
      ...(action.takesAway && { takesAway: action.takesAway }),
      fields: describeFields(action.fields, locale),
    })),
  };
}
