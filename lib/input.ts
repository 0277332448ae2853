import type { z } from "zod";

/** Words of messages/<locale>/errors.json, as next-intl's translators of "errors" give them. */
export type ErrorWords = (key: string, values?: Record<string, string | number>) => string;

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * zod's error map in the person's language, for both sides of a form. A refinement names its words
 * by `params: { words: key }`; a schema that brings its own words keeps them.
 */
export function inputWords(words: ErrorWords): z.core.$ZodErrorMap {
  return (issue) => {
    // "Empty or a text": what is wrong with the text is worth saying.
    if (issue.code === "invalid_union") return issue.errors.at(-1)?.[0]?.message;
    return words(...keyOf(issue));
  };
}

function keyOf(issue: Issue): Parameters<ErrorWords> {
  switch (issue.code) {
    case "custom":
      return [String(issue.params?.words ?? "field.invalid")];
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return [
        issue.origin === "string" ? "field.tooLong" : "field.tooMuch",
        { max: Number(issue.maximum) },
      ];
    case "invalid_format":
      return [FORMATS.includes(issue.format) ? `field.${issue.format}` : "field.invalid"];
    case "invalid_value":
      return ["field.choice"];
    case "invalid_type":
      return wrongType(issue);
    default:
      return ["field.invalid"];
  }
}

const FORMATS = ["email", "url"];
const NUMBERS = ["number", "int"];

function tooSmall(issue: Extract<Issue, { code: "too_small" }>): Parameters<ErrorWords> {
  const min = Number(issue.minimum);
  if (issue.origin !== "string") return ["field.tooLittle", { min }];
  return min === 1 ? ["field.required"] : ["field.tooShort", { min }];
}

function wrongType(issue: Extract<Issue, { code: "invalid_type" }>): Parameters<ErrorWords> {
  if (issue.input === undefined || issue.input === null) return ["field.required"];
  return [NUMBERS.includes(issue.expected) ? "field.number" : "field.invalid"];
}

/** The first thing wrong with each field, by its path; the fields in the order of the form. */
export function fieldsOf(error: z.core.$ZodError, within = ""): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues)
    fields[[...(within ? [within] : []), ...path].join(".")] ??= message;
  return fields;
}
