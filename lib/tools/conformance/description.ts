import type { Locale } from "../card";
import { describeTool } from "../registry";
import type { Field, Tool } from "../tool";
import type { Finding } from "./answers";

const LOCALES: Locale[] = ["pl", "en"];

/** What a tool says of itself, before it does anything. */
export function tryDescription(tool: Tool): Finding[] {
  const fields: [string, Field][] = [
    ...Object.entries<Field>(tool.credentials),
    ...Object.values<Tool["actions"][string]>(tool.actions).flatMap((action) =>
      Object.entries<Field>(action.fields),
    ),
  ];
  const about = (gap: string) => `${tool.name}: ${gap}`;
  const withoutHint = fields
    .filter(([, { kind, hint }]) => (kind === "secret" || kind === "signing") && !hint)
    .map(([name]) => about(`${name} does not say where to find it`));
  const loaders = Object.keys(tool.choices ?? {});
  const unknown = fields
    .filter(([, { choices }]) => typeof choices === "string" && !loaders.includes(choices))
    .map(([name]) => about(`${name} names a list that does not exist`));
  return [
    { row: "describes itself in plain data", gaps: LOCALES.flatMap((l) => notPlain(tool, l)) },
    {
      row: "speaks Polish and English",
      gaps: LOCALES.flatMap((l) => silences(describeTool(tool, l), `${tool.name}, ${l}`)),
    },
    { row: "says where each secret is found", gaps: withoutHint },
    { row: "has every list it names", gaps: unknown },
  ];
}

function notPlain(tool: Tool, locale: Locale): string[] {
  const card = describeTool(tool, locale);
  const copied = JSON.stringify(JSON.parse(JSON.stringify(card)));
  const plain = copied === JSON.stringify(structuredClone(card));
  return plain ? [] : [`${tool.name}: loses something on its way to the browser`];
}

/** Every text of a card is there, and no key of words was left unresolved. */
function silences(card: unknown, path: string): string[] {
  if (card === "") return [`${path} is empty`];
  if (typeof card !== "object" || card === null) return [];
  if ("pl" in card || "en" in card) return [`${path} is not in one language`];
  return Object.entries(card).flatMap(([key, value]) => silences(value, `${path}.${key}`));
}
