import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import en from "@/messages/en/automations.json";
import pl from "@/messages/pl/automations.json";
import { TRIGGERS, type Trigger } from "../triggers/trigger";
import { type Moment, UNITS } from "./moment";
import { deedSentence, momentWords, plainText, sentenceOf, type Told } from "./sentence";
import type { Words } from "./words";

const words = { pl: wordsOf("pl", pl), en: wordsOf("en", en) };
function wordsOf(locale: "pl" | "en", automations: typeof pl): Words {
  return createTranslator({ locale, messages: { automations }, namespace: "automations" });
}

const campaign = { choices: "campaigns" };
const told: Told = {
  trigger: "purchase",
  moment: null,
  product: "Kurs X",
  tool: { name: "GetResponse", origin: "external", needsAccount: true },
  integration: "Z",
  action: { sentence: "dodamy go do kampanii {campaign}", fields: { campaign } },
  input: { campaign: "p1" },
  labels: { campaign: "Y" },
};
const english = { sentence: "we will add them to the campaign {campaign}", fields: { campaign } };
const after = (value: number, unit: Moment["unit"]): Moment => ({ side: "after", unit, value });
const before = (value: number, unit: Moment["unit"]): Moment => ({ side: "before", unit, value });
const say = (facts: Partial<Told>, locale: "pl" | "en" = "pl") =>
  plainText(sentenceOf({ ...told, ...facts }, words[locale])).replaceAll("\u00a0", " ");

describe("openings", () => {
  const openings: Record<Trigger, [string, string]> = {
    purchase: ["Gdy klient kupi Kurs X", "When a customer buys Kurs X"],
    plan_changed: [
      "Gdy klient zmieni plan subskrypcji Kurs X",
      "When a customer changes the subscription plan of Kurs X",
    ],
    subscription_ended: [
      "Gdy klientowi ostatecznie wygaśnie subskrypcja Kurs X",
      "When a customer's subscription to Kurs X finally ends",
    ],
    access_expiring: [
      "Gdy klientowi zostaną 3 dni dostępu do produktu Kurs X",
      "When a customer has 3 days of access to Kurs X left",
    ],
    access_expired: [
      "Gdy klientowi wygaśnie dostęp do produktu Kurs X",
      "When a customer's access to Kurs X expires",
    ],
    cart_recovery: [
      "Gdy zaczniemy odzyskiwać koszyk klienta z produktem Kurs X",
      "When we start to recover a customer's cart with Kurs X",
    ],
    qr_scanned: [
      "Gdy klient zeskanuje kod QR produktu Kurs X",
      "When a customer scans the QR code of Kurs X",
    ],
  };

  test.each(TRIGGERS)("%s, at the event and after it", (trigger) => {
    const [polish, englishOpening] = openings[trigger];
    const deed = "dodamy go do kampanii Y w GetResponse, na koncie Z.";
    expect(say({ trigger })).toBe(`${polish}, od razu ${deed}`);
    expect(say({ trigger, moment: after(2, "weeks") })).toBe(
      `${polish}, 2 tygodnie później ${deed}`,
    );
    const englishDeed = "we will add them to the campaign Y in GetResponse, on the account Z.";
    expect(say({ trigger, action: english }, "en")).toBe(
      `${englishOpening}, right away ${englishDeed}`,
    );
    expect(say({ trigger, action: english, moment: after(1, "hours") }, "en")).toBe(
      `${englishOpening}, 1 hour later ${englishDeed}`,
    );
  });

  test.each([
    [
      "subscription_ended",
      "2 dni przed tym, jak klientowi ostatecznie wygaśnie subskrypcja Kurs X, dodamy",
      "2 days before a customer's subscription to Kurs X finally ends, we will",
    ],
    [
      "access_expiring",
      "2 dni przed tym, jak klientowi zostaną 3 dni dostępu do produktu Kurs X, dodamy",
      "2 days before a customer has 3 days of access to Kurs X left, we will",
    ],
    [
      "access_expired",
      "2 dni przed tym, jak klientowi wygaśnie dostęp do produktu Kurs X, dodamy",
      "2 days before a customer's access to Kurs X expires, we will",
    ],
  ] as const)("%s, before it", (trigger, polish, englishOpening) => {
    const moment = before(2, "days");
    expect(say({ trigger, moment })).toMatch(new RegExp(`^${polish} `));
    expect(say({ trigger, moment, action: english }, "en")).toMatch(
      new RegExp(`^${englishOpening} `),
    );
  });
});

describe("numbers agree", () => {
  const polish: Record<Moment["unit"], Record<number, string>> = {
    minutes: { 1: "1 minutę", 2: "2 minuty", 5: "5 minut", 12: "12 minut", 22: "22 minuty" },
    hours: { 1: "1 godzinę", 3: "3 godziny", 5: "5 godzin", 14: "14 godzin", 24: "24 godziny" },
    days: { 1: "1 dzień", 2: "2 dni", 5: "5 dni", 21: "21 dni", 102: "102 dni" },
    weeks: { 1: "1 tydzień", 4: "4 tygodnie", 6: "6 tygodni", 13: "13 tygodni", 52: "52 tygodnie" },
  };

  test.each(UNITS)("%s", (unit) => {
    for (const [value, distance] of Object.entries(polish[unit])) {
      expect(momentWords(after(Number(value), unit), words.pl)).toBe(`${distance} po zdarzeniu`);
      expect(momentWords(before(Number(value), unit), words.pl)).toBe(
        `${distance} przed zdarzeniem`,
      );
      expect(say({ moment: after(Number(value), unit) })).toContain(`, ${distance} później `);
    }
    expect(momentWords(after(1, unit), words.en)).toBe(`1 ${unit.slice(0, -1)} after the event`);
    expect(momentWords(after(2, unit), words.en)).toBe(`2 ${unit} after the event`);
  });

  test("at the event", () => {
    expect(momentWords(null, words.pl)).toBe("w\u00a0momencie zdarzenia");
    expect(momentWords(null, words.en)).toBe("at the moment of the event");
  });
});

describe("places", () => {
  const action = { sentence: "wyślemy wiadomość na {to}", fields: { to: {} } };
  const input = { to: "biuro@example.com" };
  const tool = (origin: "external" | "internal", needsAccount: boolean) => ({
    name: "Narzędzie",
    origin,
    needsAccount,
  });

  test.each([
    ["internal", false, "od razu wyślemy wiadomość na biuro@example.com."],
    ["internal", true, "na biuro@example.com, korzystając z integracji Z."],
    ["external", false, "na biuro@example.com w Narzędzie."],
  ] as const)("%s, account %s", (origin, needsAccount, end) => {
    expect(say({ tool: tool(origin, needsAccount), action, input })).toContain(end);
  });

  test("only what will be done", () => {
    expect(plainText(deedSentence(told, words.pl))).toBe(
      "Dodamy go do kampanii Y w\u00a0GetResponse, na koncie Z.",
    );
  });
});

describe("what is not chosen yet is asked for", () => {
  test("nothing but the trigger", () => {
    const nothing = { product: undefined, tool: undefined, action: undefined };
    expect(say(nothing)).toBe("Gdy klient kupi wybierz produkt, od razu wybierz narzędzie.");
  });

  test("tool, but no account and action", () => {
    const parts = sentenceOf({ ...told, integration: undefined, action: undefined }, words.pl);
    expect(parts.filter((part) => "slot" in part && part.open)).toEqual([
      { slot: "action", value: "wybierz akcję", open: true },
      { slot: "integration", value: "wybierz konto", open: true },
    ]);
  });

  test("a field of the action", () => {
    expect(say({ input: {}, labels: {} })).toContain("do kampanii wybierz z listy w GetResponse");
  });
});

test("a fixed choice is read from the field, an unnamed one as it stands", () => {
  const choices = [{ value: "all", label: "wszystkich list" }];
  const action = { sentence: "usuniemy go z {scope}", fields: { scope: { choices } } };
  expect(say({ action, input: { scope: "all" } })).toContain("usuniemy go z wszystkich list w");
  expect(say({ labels: {} })).toContain("do kampanii p1 w");
});

test("no one-letter word ends a line", () => {
  const sentence = plainText(sentenceOf(told, words.pl));
  expect(sentence).toContain("w\u00a0GetResponse");
  expect(sentence).not.toMatch(/(^|\s)[aiouwz] /i);
});
