import type { Drawing, Field, Fields, Tool, Words } from "./tool";

export type Locale = keyof Words;

/** A field with its words in one language. */
export type FieldCard = Omit<Field, "label" | "hint" | "initial" | "pattern" | "choices"> & {
  label: string;
  hint?: string;
  initial?: string;
  pattern?: { regex: string; message: string };
  /** Fixed choices, or the name of the loader that fetches them. */
  choices?: { value: string; label: string; hint?: string }[] | string;
};
export type FieldCards = Record<string, FieldCard>;

export type ActionCard = {
  label: string;
  hint?: string;
  sentence: string;
  verdict: string;
  takesAway?: true;
  fields: FieldCards;
};

/** What the browser may know of a tool: its words and fields in one language, none of its functions. */
export type ToolCard = {
  id: string;
  name: string;
  origin: Tool["origin"];
  summary: string;
  mark: Drawing;
  guide: string[];
  /** Without a field: used straight in the automation. */
  credentials: FieldCards;
  needsAccount: boolean;
  /** Triggers it suits; absent: all. */
  suits?: string[];
  actions: Record<string, ActionCard>;
};

export const suits = (card: Pick<ToolCard, "suits">, trigger: string) =>
  !card.suits || card.suits.includes(trigger);

export function describeFields(fields: Fields, locale: Locale): FieldCards {
  return mapValues(fields, (field) => describeField(field, locale));
}

function describeField(field: Field, locale: Locale): FieldCard {
  const { label, hint, initial, pattern, choices, ...plain } = field;
  return {
    ...plain,
    label: label[locale],
    ...(hint && { hint: readable(hint, locale) }),
    ...(initial && { initial: initial[locale] }),
    ...(pattern && { pattern: { regex: pattern.regex, message: pattern.message[locale] } }),
    ...(choices && {
      choices:
        typeof choices === "string"
          ? choices
          : choices.map((choice) => ({
              value: choice.value,
              label: choice.label[locale],
              ...(choice.hint && { hint: readable(choice.hint, locale) }),
            })),
    }),
  };
}

export function mapValues<T, U>(
  record: Record<string, T>,
  map: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** A text in one language, no one-letter word of it at the end of a line. */
export const readable = (words: Words, locale: Locale): string =>
  words[locale].replace(/(?<=^|[\s(„])([aiouwz]) /giu, "$1\u00a0");
