import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import automations from "@/messages/pl/automations.json";
import { differencesOf } from "./differences";
import type { Words } from "./words";

const t: Words = createTranslator({
  ...{ locale: "pl", messages: { automations }, namespace: "automations" },
});
const field = { kind: "choice" as const, label: "Kampania", choices: "campaigns" };
const action = { label: "Dodaj klienta do kampanii", sentence: "", verdict: "" };
const card = {
  ...{ id: "letters", name: "Listy", origin: "external" as const, summary: "", guide: [] },
  ...{ mark: { paths: [] }, credentials: {}, needsAccount: true },
  actions: { add: { ...action, fields: { campaign: field } } },
};
const first = {
  ...{ trigger: "purchase" as const, moment: null, late: "skip" as const },
  ...{ conditions: [], exitRules: [], sendingWindow: null },
  ...{ tool: "letters", action: "add", account: "Newsletter" },
  ...{ input: { campaign: "p1" }, labels: { campaign: "Absolwenci" } },
};
const differences = (change: object) =>
  differencesOf(first, { ...first, ...change }, [card], t).map((row) =>
    Object.values(row).map((text) => text.replaceAll("\u00a0", " ")),
  );

test("nothing changed is no difference", () => {
  expect(differences({})).toEqual([]);
});

test("each row is named as in the editor, its choices as the tool called them", () => {
  const moment = { side: "after", unit: "weeks", value: 2 };
  expect(differences({ moment })).toEqual([
    ["Kiedy", "w momencie zdarzenia", "2 tygodnie po zdarzeniu"],
  ]);
  expect(differences({ input: { campaign: "p2" }, labels: { campaign: "Nowi" } })).toEqual([
    ["Kampania", "Absolwenci", "Nowi"],
  ]);
  expect(differences({ account: "Stare konto" })).toEqual([["Konto", "Newsletter", "Stare konto"]]);
});

test("what is there only now stands beside nothing", () => {
  const exitRules = [{ when: "bought", productId: null }];
  expect(differences({ exitRules })).toEqual([["Przerwij, jeśli", "", expect.any(String)]]);
  const tool = { tool: "gone", action: "other", account: null };
  expect(differences(tool).map(([what]) => what)).toEqual([
    ...["Narzędzie", "Konto", "Akcja", "Kampania"],
  ]);
});
