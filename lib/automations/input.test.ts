import { describe, expect, test } from "vitest";
import { type ErrorWords, inputWords } from "@/lib/input";
import type { ToolCard } from "@/lib/tools/card";
import { type AutomationInput, automationInput, checkTool } from "./input";

const given: AutomationInput = {
  productId: "pro_1",
  name: " Do listy ",
  trigger: "purchase",
  moment: null,
  late: "skip",
  conditions: [],
  exitRules: [],
  sendingWindow: null,
  tool: "one",
  integrationId: "int_1",
  action: "add",
  input: { list: "l1", text: "Dzień dobry, {{customer.first_name|Kliencie}}" },
  labels: { list: "Wiosna" },
};

const card: ToolCard = {
  id: "one",
  name: "Narzędzie",
  origin: "external",
  summary: "",
  mark: { paths: [] },
  guide: [],
  credentials: { key: { kind: "secret", label: "Klucz" } },
  needsAccount: true,
  suits: ["purchase", "access_expired"],
  actions: {
    add: {
      label: "Dodaj",
      sentence: "dodamy go do {list}",
      verdict: "jest na {list}",
      fields: {
        list: { kind: "choice", label: "Lista", choices: "lists" },
        text: { kind: "longtemplate", label: "Treść" },
      },
    },
  },
};

const words: ErrorWords = (key, values) => [key, ...Object.values(values ?? {})].join(" ");
const check = (change: Partial<AutomationInput>, tool: ToolCard | undefined = card) =>
  checkTool({ ...given, ...change }, tool, "pl", words);

const spoken = { error: inputWords(words) };
const fieldsOf = ({ error }: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries(error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);

describe("the shape", () => {
  test.each([
    ["qr_scanned", { fact: "language", is: "equal", value: "pl" }],
    ["access_expired", { fact: "amount", is: "at_least", value: 1 }],
    ["purchase", { fact: "old_plan", is: "equal", value: "A" }],
  ] as const)("refuses at %s a condition on what its event does not say", (trigger, condition) => {
    const result = automationInput.safeParse(
      { ...given, trigger, conditions: [condition] },
      spoken,
    );
    expect(fieldsOf(result)).toEqual({ "conditions.0.fact": "factNotTold" });
  });

  test("refuses an exit rule that can't come true after the event", () => {
    const exitRules = [{ when: "bought", productId: null }, { when: "access_regained" }];
    const result = automationInput.safeParse({ ...given, exitRules }, spoken);
    expect(fieldsOf(result)).toEqual({ "exitRules.1.when": "exitNotThere" });
  });

  test("refuses hours that end before they begin", () => {
    const sendingWindow = { days: [1], from: 600, until: 540 };
    const result = automationInput.safeParse({ ...given, sendingWindow }, spoken);
    expect(fieldsOf(result)).toEqual({ "sendingWindow.until": "windowEndsFirst" });
  });

  test("takes an automation, its name trimmed", () => {
    expect(automationInput.parse(given)).toEqual({ ...given, name: "Do listy" });
  });

  test.each([
    ["purchase", false],
    ["plan_changed", false],
    ["cart_recovery", false],
    ["qr_scanned", false],
    ["subscription_ended", true],
    ["access_expiring", true],
    ["access_expired", true],
  ] as const)("before %s: %s", (trigger, possible) => {
    const moment = { side: "before", unit: "days", value: 2 };
    expect(automationInput.safeParse({ ...given, trigger, moment }).success).toBe(possible);
  });

  test.each([0, -1, 1.5, 1001, Number.NaN])("refuses a distance of %s", (value) => {
    const moment = { side: "after", unit: "days", value };
    const parsed = automationInput.safeParse({ ...given, moment });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["moment.value"]);
  });
});

describe("the tool's own judgement", () => {
  test("takes what its fields allow and drops what they don't know", () => {
    const checked = check({
      input: { ...given.input, more: "x" },
      labels: { list: "W", text: "?" },
    });
    expect(checked).toEqual({ ok: true, value: { ...given, labels: { list: "W" } } });
  });

  test.each<[string, Partial<AutomationInput>, string]>([
    ["an action it doesn't have", { action: "toString" }, "action"],
    ["no account", { integrationId: null }, "integrationId"],
    ["a trigger it doesn't suit", { trigger: "qr_scanned" }, "tool"],
    ["a field left empty", { input: { ...given.input, list: "" } }, "input.list"],
    [
      "a variable that doesn't exist",
      { input: { ...given.input, text: "{{nobody}}" } },
      "input.text",
    ],
    ["braces left open", { input: { ...given.input, text: "Cześć {{customer" } }, "input.text"],
  ])("refuses %s", (_, change, path) => {
    const checked = check(change);
    expect(checked.ok ? {} : checked.fields).toHaveProperty([path]);
  });

  test("refuses a tool that doesn't exist", () => {
    expect(checkTool(given, undefined, "pl", words)).toMatchObject({ ok: false });
  });

  test("keeps no account for a tool that needs none", () => {
    const checked = check({}, { ...card, credentials: {}, needsAccount: false });
    expect(checked).toMatchObject({ ok: true, value: { integrationId: null } });
  });
});
