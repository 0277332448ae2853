import { describe, expect, test } from "vitest";
import { describeFields } from "./card";
import { maskValues, schemaOf } from "./schema";
import type { Field } from "./tool";

const label = { pl: "Pole", en: "Field" };
const check = (field: Partial<Field>, value: string, kept?: string[]) => {
  const fields = { it: { kind: "text", label, ...field } as Field };
  const result = schemaOf(fields, "pl", { kept }).safeParse({ it: value });
  return result.success ? result.data : result.error.issues.map(({ code }) => code);
};

describe("a field", () => {
  test.each([
    ["text", " a ", { it: "a" }],
    ["text", "", ["too_small"]],
    ["text", "two\nlines", ["invalid_format"]],
    ["text", "a\r\nBcc: x@y.z", ["invalid_format"]],
    ["longtemplate", "two\nlines", { it: "two\nlines" }],
    ["url", "https://x.example/a", { it: "https://x.example/a" }],
    ["url", "x.example/a", { it: "https://x.example/a" }],
    ["url", "http://x.example/a", ["invalid_format"]],
    ["url", "javascript:alert(1)", ["invalid_format"]],
    ["email", " a+b@example.com ", { it: "a+b@example.com" }],
    ["email", "a@x\r\nRCPT TO:<evil@y.pl>", ["invalid_format"]],
    ["email", "a@b.pl, c@d.pl", ["invalid_format"]],
    ["flag", "yes", { it: "yes" }],
    ["flag", "", {}],
    ["secret", "", ["too_small"]],
    ["signing", "", {}],
    ["signing", "guess", ["invalid_format"]],
  ] as const)("of kind %s takes %j as %j", (kind, value, expected) => {
    expect(check({ kind }, value)).toEqual(expected);
  });

  test("that is optional may be left empty, and is absent then", () => {
    expect(check({ optional: true }, "")).toEqual({});
    expect(check({ optional: true }, "a")).toEqual({ it: "a" });
  });

  test("that holds a secret already may be left empty", () => {
    expect(check({ kind: "secret" }, "", ["it"])).toEqual({});
  });

  test("offers its choices and no others", () => {
    const choices = [{ value: "a", label }];
    expect(check({ kind: "choice", choices }, "a")).toEqual({ it: "a" });
    expect(check({ kind: "choice", choices }, "b")).toEqual(["invalid_value"]);
  });
});

test("a pattern speaks in its own words, from a tool's field as from its card", () => {
  const pattern = { regex: "^\\d+$", message: { pl: "same cyfry", en: "digits only" } };
  const fields = { it: { kind: "text", label, pattern } } as const;
  const said = (schema: ReturnType<typeof schemaOf>) =>
    schema.safeParse({ it: "x" }).error?.issues.map(({ message }) => message);
  expect(said(schemaOf(fields, "pl"))).toEqual(["same cyfry"]);
  expect(said(schemaOf(describeFields(fields, "en"), "en"))).toEqual(["digits only"]);
});

test("what nobody asked for is dropped", () => {
  const fields = { it: { kind: "text", label } } as const;
  expect(schemaOf(fields, "pl").parse({ it: "a", more: "b" })).toEqual({ it: "a" });
});

test("values are shown with their secrets masked", () => {
  const fields = {
    open: { kind: "text", label },
    key: { kind: "secret", label },
  } as const;
  expect(maskValues(fields, { open: "a", key: "0123456789ab3f9c" })).toEqual({
    open: "a",
    key: "•••• 3f9c",
  });
});
