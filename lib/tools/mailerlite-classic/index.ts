import { z } from "zod";
import { type Choice, defineTool, type Http } from "../tool";
import { add, faults, remove } from "./subscribers";

const group = { kind: "choice", label: { pl: "Grupa", en: "Group" }, choices: "groups" } as const;

export const mailerliteClassic = defineTool({
  id: "mailerlite-classic",
  name: "MailerLite Classic",
  origin: "external",
  summary: {
    pl: "Dodaje klientów do grup w MailerLite Classic i usuwa ich z nich.",
    en: "Adds customers to groups in MailerLite Classic and removes them.",
  },
  mark: {
    paths: [
      { d: "M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2z" },
      { d: "M7 9.5h10" },
      { d: "M7 14.5h5", accent: true },
    ],
  },
  guide: [
    {
      pl: "Zaloguj się do MailerLite Classic (adres zaczyna się od app.mailerlite.com) i otwórz Integrations.",
      en: "Sign in to MailerLite Classic (the address begins with app.mailerlite.com) and open Integrations.",
    },
    {
      pl: "Przy Developer API kliknij „Use”.",
      en: "Next to Developer API click “Use”.",
    },
    {
      pl: "Skopiuj klucz API i wklej go tutaj.",
      en: "Copy the API key and paste it here.",
    },
  ],
  credentials: {
    apiKey: {
      kind: "secret",
      label: { pl: "Klucz API", en: "API key" },
      hint: {
        pl: "Integrations → Developer API → Use",
        en: "Integrations → Developer API → Use",
      },
      pattern: {
        regex: "^[\\x21-\\x7e]{16,99}$",
        message: {
          pl: "Klucz MailerLite Classic ma zwykle 32 znaki. Długi token jest z nowego MailerLite: wybierz tamto narzędzie.",
          en: "A MailerLite Classic key usually has 32 characters. A long token is from the new MailerLite: choose that tool.",
        },
      },
    },
  },
  limits: { concurrency: 5, requests: { count: 60, seconds: 60 }, perRun: 2 },
  connect: ({ apiKey }) => ({
    baseUrl: "https://api.mailerlite.com/api/v2",
    headers: { "X-MailerLite-ApiKey": apiKey, "Content-Type": "application/json" },
  }),
  faults,
  check: async ({ http }) => {
    const me = z.object({
      account: z.object({ name: z.string().nullish(), email: z.string().nullish() }),
    });
    const { body } = await http("GET", "/me", { answers: { ok: me } });
    const { name, email } = body.account;
    return {
      account: name && email ? `${name} (${email})` : name || email || "MailerLite Classic",
    };
  },
  choices: { groups: ({ http }) => groups(http) },
  actions: {
    add: {
      label: { pl: "Dodaj klienta do grupy", en: "Add the customer to a group" },
      sentence: { pl: "dodamy go do grupy {group}", en: "we will add them to the group {group}" },
      verdict: { pl: "jest w grupie {group}", en: "is in the group {group}" },
      fields: {
        group,
        resubscribe: {
          kind: "flag",
          label: {
            pl: "Zapisuj też tych, którzy się wypisali",
            en: "Also add those who unsubscribed",
          },
          hint: {
            pl: "Bez tego klient, który się wypisał, nie wróci do grupy.",
            en: "Without it a customer who unsubscribed does not return to the group.",
          },
          optional: true,
          advanced: true,
        },
      },
      repeatable: true,
      run: add,
    },
    remove: {
      takesAway: true,
      label: { pl: "Usuń klienta z grupy", en: "Remove the customer from a group" },
      hint: {
        pl: "Klient zostaje na koncie, tylko poza tą grupą.",
        en: "The customer stays in the account, only outside this group.",
      },
      sentence: {
        pl: "usuniemy go z grupy {group}",
        en: "we will remove them from the group {group}",
      },
      verdict: { pl: "nie jest już w grupie {group}", en: "is no longer in the group {group}" },
      fields: { group },
      repeatable: true,
      run: remove,
    },
  },
});

const groupsPage = z.array(z.object({ id: z.coerce.string(), name: z.string() }));

/** A page shorter than asked for is the last one: nothing else tells. */
async function groups(http: Http): Promise<Choice[]> {
  const limit = 100;
  const found: Choice[] = [];
  for (;;) {
    const { body } = await http("GET", "/groups", {
      query: { limit, offset: found.length },
      answers: { ok: groupsPage },
    });
    found.push(...body.map(({ id, name }) => ({ value: id, label: name })));
    if (body.length < limit) return found;
  }
}
