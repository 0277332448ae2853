import { expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf, inputWords } from "./input";

const words = (key: string, values?: object) => (values ? `${key} ${JSON.stringify(values)}` : key);

function wordsOf(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value, { error: inputWords(words) }).error?.issues[0]?.message;
}

test.each<[string, z.ZodType, unknown, string]>([
  ["nothing typed", z.string().min(1), "", "field.required"],
  ["nothing sent", z.string(), undefined, "field.required"],
  ["too short", z.string().min(10), "abc", 'field.tooShort {"min":10}'],
  ["too long", z.string().max(2), "abc", 'field.tooLong {"max":2}'],
  ["not an e-mail", z.email(), "abc", "field.email"],
  ["not an address", z.url(), "abc", "field.url"],
  ["another format", z.uuid(), "abc", "field.invalid"],
  ["not one of the choices", z.enum(["a"]), "b", "field.choice"],
  ["no number", z.number(), "b", "field.number"],
  ["a broken number", z.int(), 1.5, "field.number"],
  ["too small a number", z.int().min(1), 0, 'field.tooLittle {"min":1}'],
  ["too many", z.array(z.string()).max(1), ["a", "b"], 'field.tooMuch {"max":1}'],
  ["neither empty nor a text that fits", z.literal("").or(z.email()), "abc", "field.email"],
  ["a refinement's own", z.string().refine(() => false, { params: { words: "x" } }), "a", "x"],
  ["a schema's own", z.string().min(1, "Podaj klucz"), "", "Podaj klucz"],
])("%s", (_, schema, value, expected) => {
  expect(wordsOf(schema, value)).toBe(expected);
});

test("says the first thing wrong with each field, in the order of the form", () => {
  const schema = z.object({
    name: z.string().min(2, "short").regex(/x/, "no x"),
    plans: z.array(z.object({ name: z.string().min(1, "empty") })),
  });
  const { error } = schema.safeParse({ name: "", plans: [{ name: "a" }, { name: "" }] });
  if (!error) throw new Error("passed");
  expect(Object.entries(fieldsOf(error))).toEqual([
    ["name", "short"],
    ["plans.1.name", "empty"],
  ]);
  expect(Object.keys(fieldsOf(error, "values"))).toEqual(["values.name", "values.plans.1.name"]);
});
