import { z } from "zod";
import type { FieldCard, FieldCards, Locale } from "./card";
import { maskSecret } from "./mask";
import type { Field, Fields, FieldValues } from "./tool";

const LONGEST = 2_000;
const LONGEST_TEXT = 20_000;
const SIGNING = /^whsec_[\w+/]{32,88}={0,2}( whsec_[\w+/]{32,88}={0,2}@[\dT:.Z-]+)?$/;

type Options = {
  /** Secret fields that hold a value already: left empty, they keep it. */
  kept?: readonly string[];
};

/**
 * The zod schema that a set of fields stands for, from a tool or from its card; runs in the browser
 * and on the server. What is left empty is absent from the output. Only patterns bring their own
 * words; the rest is said by the error map of lib/input.ts.
 */
export function schemaOf(fields: Fields | FieldCards, locale: Locale, { kept = [] }: Options = {}) {
  const shape: Record<string, z.ZodType<string | undefined>> = {};
  for (const [name, field] of Object.entries(fields))
    shape[name] = schemaOfField(field, locale, kept.includes(name));
  return z
    .object(shape)
    .transform(
      (values) =>
        Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as FieldValues,
    );
}

/** The values with each secret as dots and its last letters. */
export function maskValues(fields: Fields | FieldCards, values: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const kind = fields[name]?.kind;
      return [name, kind === "secret" || kind === "signing" ? maskSecret(value) : value];
    }),
  );
}

function schemaOfField(field: Field | FieldCard, locale: Locale, kept: boolean) {
  const value = valueSchema(field, locale);
  const leavable = field.optional || field.kind === "flag" || field.kind === "signing" || kept;
  if (!leavable) return value;
  return z.union([z.literal("").transform(() => undefined), value.optional()]);
}

function valueSchema(field: Field | FieldCard, locale: Locale): z.ZodType<string> {
  const { kind, pattern, choices } = field;
  if (kind === "flag") return z.literal("yes");
  if (kind === "signing") return z.string().regex(SIGNING);
  if (typeof choices === "object") return z.enum(choices.map((choice) => choice.value));
  const text = textSchema(kind);
  if (!pattern) return text;
  const { regex, message } = pattern;
  const fits = new RegExp(regex, "u");
  return text.refine((given) => fits.test(given), {
    error: typeof message === "string" ? message : message[locale],
  });
}

function textSchema(kind: Field["kind"]) {
  if (kind === "email") return z.string().trim().min(1).pipe(z.email().max(254));
  if (kind === "url") {
    const text = z.string().trim().min(1).max(LONGEST).transform(withScheme);
    return text.pipe(z.url({ protocol: /^https$/ }));
  }
  if (kind === "longtemplate") return z.string().trim().min(1).max(LONGEST_TEXT);
  // A line break in a single line is a slip of the clipboard, or a smuggled header.
  return z
    .string()
    .trim()
    .min(1)
    .max(LONGEST)
    .regex(/^\P{Cc}*$/u);
}

/** Addresses are often copied without it. */
const withScheme = (text: string) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
