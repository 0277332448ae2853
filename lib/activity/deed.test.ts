import { expect, test } from "vitest";
import { deedOf, filledWords } from "./deed";

const action = {
  label: "Dodaj klienta do kampanii",
  fields: {
    text: { kind: "longtemplate" as const, label: "Treść" },
    campaign: { kind: "choice" as const, label: "Kampania", choices: "campaigns" },
  },
};

test("names what was chosen, as the tool called it", () => {
  const chosen = { input: { text: "Dzień dobry", campaign: "p1" }, labels: { campaign: "Wiosna" } };
  expect(deedOf(action, chosen)).toEqual({ action: action.label, what: "Wiosna" });
  expect(deedOf(action, { ...chosen, labels: {} }).what).toBe("p1");
  expect(deedOf(action, { input: { text: "x" }, labels: {} })).toEqual({ action: action.label });
});

test("names a fixed choice by its words", () => {
  const choices = [{ value: "all", label: "wszystkie listy" }];
  const fixed = { label: "Usuń", fields: { scope: { ...action.fields.campaign, choices } } };
  expect(deedOf(fixed, { input: { scope: "all" }, labels: {} }).what).toBe("wszystkie listy");
});

test("fills in a tool's own sentence", () => {
  const chosen = { input: { campaign: "p1", to: "a@b.pl" }, labels: { campaign: "Wiosna" } };
  expect(filledWords("jest w {campaign}, {to}, {gone}.", chosen)).toBe("jest w Wiosna, a@b.pl, .");
});
