import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import en from "@/messages/en/automations.json";
import pl from "@/messages/pl/automations.json";
import { type Extras, unmetWords } from "./extras-words";
import { plainText, sentenceOf, type Told } from "./sentence";
import type { Words } from "./words";

const words = { pl: wordsOf("pl", pl), en: wordsOf("en", en) };
function wordsOf(locale: "pl" | "en", automations: typeof pl): Words {
  return createTranslator({ locale, messages: { automations }, namespace: "automations" });
}

const nothing: Extras = { conditions: [], exitRules: [], sendingWindow: null };
const told: Told = {
  ...{ trigger: "purchase", moment: null, product: "Kurs X", input: {}, labels: {} },
  tool: { name: "Powiadomienia", origin: "internal", needsAccount: false },
  action: { sentence: "wyślemy wiadomość", fields: {} },
};
const MAIN = "Gdy klient kupi Kurs X, od razu wyślemy wiadomość.";

const partsOf = (extras: Partial<Extras>, locale: "pl" | "en" = "pl") =>
  sentenceOf({ ...told, extras: { ...nothing, ...extras } }, words[locale]);
const say = (...args: Parameters<typeof partsOf>) =>
  plainText(partsOf(...args)).replaceAll("\u00a0", " ");

test("says nothing of what is not asked", () => {
  expect(say({})).toBe(MAIN);
  expect(plainText(sentenceOf(told, words.pl)).replaceAll("\u00a0", " ")).toBe(MAIN);
});

describe("says, each in a sentence behind the main one,", () => {
  test("conditions", () => {
    const conditions: Extras["conditions"] = [
      { fact: "plan", is: "other", value: "Roczny" },
      { fact: "amount", is: "at_least", value: 100 },
      { fact: "first_purchase", is: "yes" },
    ];
    expect(say({ conditions })).toBe(
      `${MAIN} Tylko jeśli plan jest inny niż Roczny, kwota to co najmniej 100 i klient nic wcześniej nie kupił.`,
    );
    expect(say({ conditions }, "en")).toContain(
      "Only if the plan is not Roczny, the amount is at least 100, and the customer has bought nothing before.",
    );
  });

  test("what stops it", () => {
    const exitRules: Extras["exitRules"] = [
      { when: "bought", productId: null },
      { when: "bought", productId: "pro_1", product: "Klub" },
      { when: "access_regained" },
    ];
    expect(say({ exitRules })).toBe(
      `${MAIN} Przerwiemy, jeśli klient kupi ten produkt, kupi Klub lub odzyska dostęp.`,
    );
    expect(say({ exitRules: [{ when: "bought", productId: "pro_2" }] })).toContain(
      "kupi inny produkt",
    );
  });

  test.each([
    [[1, 2, 3, 4, 5], 540, 1020, "w dni robocze od 9:00 do 17:00"],
    [[7, 6], 0, 1440, "w weekendy"],
    [[3, 1, 5], 485, 1440, "w poniedziałki, środy i piątki od 8:05 do 24:00"],
    [[1, 2, 3, 4, 5, 6, 7], 540, 1020, "codziennie od 9:00 do 17:00"],
  ])("hours %j %i %i", (days, from, until, expected) => {
    const sendingWindow = { days, from, until };
    expect(say({ sendingWindow })).toBe(`${MAIN} Działa tylko ${expected}.`);
  });
});

test("leaves out what is only half typed", () => {
  expect(
    say({
      conditions: [
        { fact: "plan", is: "equal", value: "" },
        { fact: "amount", is: "equal", value: Number.NaN },
      ],
      sendingWindow: { days: [], from: 540, until: 1020 },
    }),
  ).toBe(MAIN);
});

test("each leads to its place, and no one-letter word of it ends a line", () => {
  const parts = partsOf({ sendingWindow: { days: [6, 7], from: 0, until: 1440 } });
  expect(parts).toContainEqual({ slot: "extras:window", value: "w\u00a0weekendy" });
});

test("says why an event did not start an automation", () => {
  const plan = { fact: "plan", is: "equal", value: "Roczny" } as const;
  expect(unmetWords("A", { ...plan, got: "Miesięczny" }, words.pl)).toBe(
    "„A”: wymaga, że plan to Roczny, a\u00a0w\u00a0zdarzeniu jest Miesięczny.",
  );
  expect(unmetWords("A", plan, words.pl)).toContain("a\u00a0zdarzenie tego nie mówi.");
  expect(unmetWords("A", { fact: "first_purchase", is: "yes", got: false }, words.pl)).toBe(
    "„A”: wymaga, że klient nic wcześniej nie kupił.",
  );
});
