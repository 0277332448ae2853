import { describe, expect, test } from "vitest";
import { fillTemplate, sampleFacts, templateProblems, templateVariables } from "./template";

const facts = { "customer.first_name": "Anna", "customer.email": "a+b@example.test" };

test.each([
  ["Cześć {{customer.first_name}}", "Cześć Anna"],
  ["Cześć {{ customer.first_name | tam }}", "Cześć Anna"],
  ["Cześć {{customer.last_name|tam}}", "Cześć tam"],
  ["Cześć {{customer.last_name}}!", "Cześć !"],
  ["{{customer.email}}{{customer.email}}", "a+b@example.testa+b@example.test"],
  ["{{nie.ma|nikt}}", "nikt"],
  ["{{constructor}}{{__proto__}}", ""],
  ["{ {customer.email} } <%= 1 + 1 %>", "{ {customer.email} } <%= 1 + 1 %>"],
])("%s", (text, expected) => {
  expect(fillTemplate(text, facts)).toBe(expected);
});

test("what a value contains is never filled in", () => {
  const filled = fillTemplate("{{customer.name}} {{customer.email}}", {
    "customer.name": "{{customer.email}}$&$1",
    "customer.email": "a@b.test",
  });
  expect(filled).toBe("{{customer.email}}$&$1 a@b.test");
});

test("an empty value takes the fallback", () => {
  expect(fillTemplate("{{customer.name|x}}", { "customer.name": "" })).toBe("x");
  expect(fillTemplate("{{customer.name|x}}", { "customer.name": null })).toBe("x");
});

describe("templateProblems", () => {
  test.each(["", "tekst", "{{customer.email|brak}} {jedna}", "{{ product.name }}"])(
    "none in %j",
    (text) => {
      expect(templateProblems(text)).toEqual([]);
    },
  );

  test("names every variable that does not exist", () => {
    expect(templateProblems("{{imie}} {{product.name}} {{constructor|x}} {{}}")).toEqual([
      { kind: "unknown", name: "imie" },
      { kind: "unknown", name: "constructor" },
      { kind: "unknown", name: "" },
    ]);
  });

  test.each(["Cześć {{customer.first_name}", "{{customer.email|{x}}}", "koniec }}"])(
    "sees braces that don't close in %j",
    (text) => {
      expect(templateProblems(text)).toContainEqual(expect.objectContaining({ kind: "broken" }));
    },
  );
});

test("every variable has a sample", () => {
  const all = templateVariables.map(({ name }) => `{{${name}}}`).join(";");
  expect(fillTemplate(all, sampleFacts("pl")).split(";")).not.toContain("");
  expect(templateProblems(all)).toEqual([]);
});
