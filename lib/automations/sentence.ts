import type { FieldValues } from "@/lib/tools/tool";
import { mayRunBefore, type Trigger } from "@/lib/triggers/trigger";
import { conditionsWords, type Extras, exitsWords, windowWords } from "./extras-words";
import type { Moment } from "./moment";
import type { Words } from "./words";

/**
 * The rows of the editor that a word of the sentence leads to; `field:<name>` is a field of the
 * action, `extras:<name>` one of what stands under "Dodatkowe warunki".
 */
export type Slot =
  | ("product" | "moment" | "tool" | "integration" | "action")
  | `field:${string}`
  | `extras:${string}`;
/** `open`: nothing is chosen yet, and `value` asks for it. */
export type Part = { text: string } | { slot: Slot; value: string; open?: true };

const EXTRAS = ["conditions", "exits", "window"] as const;
const NAMES = ["product", "moment", "deed", "action", "tool", "integration", ...EXTRAS];
/** Each name stands for itself: the words come as a template, whose blanks the parts fill. */
const BLANKS = Object.fromEntries(NAMES.map((name) => [name, `{${name}}`]));

type ActionWords = { sentence: string; fields: Record<string, SentenceField> };
type SentenceField = {
  choices?: string | readonly { value: string; label: string }[];
};

export type Told = {
  trigger: Trigger;
  moment: Moment | null;
  product?: string;
  tool?: { name: string; origin: "external" | "internal"; needsAccount: boolean };
  integration?: string;
  action?: ActionWords;
  input: FieldValues;
  labels: FieldValues;
  extras?: Extras;
};

/**
 * The automation as one sentence: "Gdy klient kupi X, 2 tygodnie później dodamy go do …", and short
 * ones behind it for what it asks besides.
 */
export function sentenceOf(told: Told, t: Words): Part[] {
  const { trigger, moment } = told;
  const template =
    moment?.side === "before" && mayRunBefore(trigger)
      ? t(`sentence.before.${trigger}`, BLANKS)
      : t(`sentence.after.${trigger}`, BLANKS);
  const parts = fill(template, {
    product: [slot("product", told.product, t("sentence.open.product"))],
    moment: [{ slot: "moment", value: momentPhrase(moment, t) }],
    deed: deedOf(told, t),
  });
  return joined([...parts, ...extraSentences(told.extras, t)]);
}

function extraSentences(extras: Extras | undefined, t: Words): Part[] {
  if (!extras) return [];
  const said = {
    conditions: conditionsWords(extras.conditions, t),
    exits: exitsWords(extras.exitRules, t),
    window: windowWords(extras.sendingWindow, t),
  };
  return EXTRAS.flatMap((name) =>
    said[name]
      ? fill(t(`extras.say.${name}`, BLANKS), {
          [name]: [{ slot: `extras:${name}`, value: bindShortWords(said[name]) }],
        })
      : [],
  );
}

/** Only what will be done, beginning with a capital: "Dodamy go do kampanii X w GetResponse." */
export function deedSentence(told: Told, t: Words): Part[] {
  const [first, ...rest] = joined(deedOf(told, t));
  if (!first) return [];
  return "text" in first ? [{ text: capital(first.text) }, ...rest] : [first, ...rest];
}

export const plainText = (parts: readonly Part[]): string =>
  parts.map((part) => ("text" in part ? part.text : part.value)).join("");

/** "2 tygodnie po zdarzeniu", for tables. */
export function momentWords(moment: Moment | null, t: Words): string {
  if (!moment) return t("moment.at");
  return t(`moment.${moment.side}`, { distance: distanceWords(moment, t) });
}

export const distanceWords = ({ unit, value }: Pick<Moment, "unit" | "value">, t: Words) =>
  t(`distance.${unit}`, { value });

function momentPhrase(moment: Moment | null, t: Words): string {
  if (!moment) return t("sentence.moment.at");
  return t(`sentence.moment.${moment.side}`, { distance: distanceWords(moment, t) });
}

function deedOf(told: Told, t: Words): Part[] {
  const { tool, action } = told;
  if (!tool) return [open("tool", t("sentence.open.tool")), { text: "." }];
  const deed: Part[] = action
    ? actionParts(action, told, t)
    : [open("action", t("sentence.open.action"))];
  return fill(t(`sentence.place.${placeOf(tool)}`, BLANKS), {
    action: deed,
    tool: [{ slot: "tool", value: tool.name }],
    integration: [slot("integration", told.integration, t("sentence.open.integration"))],
  });
}

function placeOf({ origin, needsAccount }: NonNullable<Told["tool"]>) {
  if (origin === "internal") return needsAccount ? "ownAccount" : "own";
  return needsAccount ? "account" : "tool";
}

function actionParts(action: ActionWords, { input, labels }: Told, t: Words): Part[] {
  const slots = Object.entries(action.fields).map(([name, field]) => {
    const ask = t(`sentence.open.${field.choices ? "choice" : "text"}`);
    return [name, [slot(`field:${name}`, fieldValue(name, field, input, labels), ask)]];
  });
  return fill(action.sentence, Object.fromEntries(slots));
}

/** What a field's value is called where people read it. */
function fieldValue(name: string, field: SentenceField, input: FieldValues, labels: FieldValues) {
  const value = input[name];
  if (!value || typeof field.choices !== "object") return value && (labels[name] ?? value);
  return field.choices.find((choice) => choice.value === value)?.label ?? value;
}

function slot(name: Slot, value: string | undefined, ask: string): Part {
  return value ? { slot: name, value } : open(name, ask);
}

function open(name: Slot, ask: string): Part {
  return { slot: name, value: ask, open: true };
}

/** `template` with its {names} replaced by parts; a name without parts is dropped. */
function fill(template: string, parts: Record<string, Part[]>): Part[] {
  return template
    .split(/(\{\w+\})/)
    .flatMap((piece) =>
      /^\{\w+\}$/.test(piece) ? (parts[piece.slice(1, -1)] ?? []) : [{ text: piece }],
    );
}

/** Neighbouring texts as one, each short word bound to the next, the first letter a capital. */
function joined(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if ("text" in part && last && "text" in last) last.text += part.text;
    else if (!("text" in part) || part.text) merged.push({ ...part });
  }
  return merged.map((part, i) => {
    const value = "text" in part ? bindShortWords(part.text) : part.value;
    const cased = i === 0 ? capital(value) : value;
    return "text" in part ? { text: cased } : { ...part, value: cased };
  });
}

/** No one-letter word may end a line: a no-break space goes after it. */
const bindShortWords = (text: string) => text.replace(/(?<=^|[\s(„])([aiouwz]) /giu, "$1\u00a0");

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
