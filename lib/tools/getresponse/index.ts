import { z } from "zod";
import { type Choice, defineTool, type Http } from "../tool";
import { add, confirmAdded, remove } from "./contacts";
import { faults } from "./errors";

const MAX_HOSTS: Record<string, string> = {
  "max-pl": "https://api3.getresponse360.pl/v3",
  "max-us": "https://api3.getresponse360.com/v3",
};

const campaign = {
  kind: "choice",
  label: { pl: "Kampania", en: "Campaign" },
  hint: {
    pl: "W GetResponse kampania i lista to to samo.",
    en: "In GetResponse a campaign and a list are the same thing.",
  },
  choices: "campaigns",
} as const;

export const getresponse = defineTool({
  id: "getresponse",
  name: "GetResponse",
  origin: "external",
  summary: {
    pl: "Dodaje klientów do kampanii (list) i usuwa ich z nich.",
    en: "Adds customers to campaigns (lists) and removes them.",
  },
  mark: {
    paths: [
      { d: "M5 6h14a2 2 0 0 1 2 2v9a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-9a2 2 0 0 1 2 -2z" },
      { d: "M3.5 8c4.5 6 12.5 6 17 0", accent: true },
    ],
  },
  guide: [
    {
      pl: "Zaloguj się do GetResponse i otwórz Narzędzia → Integracje i API → API.",
      en: "Sign in to GetResponse and open Tools → Integrations and API → API.",
    },
    {
      pl: "Kliknij „Wygeneruj klucz API” i nazwij go na przykład EasyCart.",
      en: "Click “Generate API key” and name it, for example, EasyCart.",
    },
    {
      pl: "Skopiuj klucz od razu: GetResponse pokazuje go tylko raz. Wklej go tutaj.",
      en: "Copy the key at once: GetResponse shows it only one time. Paste it here.",
    },
    {
      pl: "Masz GetResponse MAX? Otwórz „Więcej opcji”, wybierz region i wpisz domenę. Poda Ci je opiekun konta.",
      en: "Do you have GetResponse MAX? Open “More options”, choose the region and enter the domain. Your account manager knows them.",
    },
  ],
  credentials: {
    apiKey: {
      kind: "secret",
      label: { pl: "Klucz API", en: "API key" },
      hint: {
        pl: "Znajdziesz go na app.getresponse.com/api. Klucz nieużywany przez 90 dni wygasa.",
        en: "You find it at app.getresponse.com/api. A key unused for 90 days expires.",
      },
      pattern: {
        regex: "^[A-Za-z0-9_-]{8,128}$",
        message: {
          pl: "Klucz API to same litery i cyfry, bez spacji. Skopiuj go jeszcze raz.",
          en: "The API key is only letters and digits, without spaces. Copy it once more.",
        },
      },
    },
    plan: {
      kind: "choice",
      label: { pl: "Rodzaj konta", en: "Kind of account" },
      initial: { pl: "standard", en: "standard" },
      advanced: true,
      choices: [
        { value: "standard", label: { pl: "GetResponse", en: "GetResponse" } },
        { value: "max-pl", label: { pl: "MAX, region PL", en: "MAX, region PL" } },
        { value: "max-us", label: { pl: "MAX, region US", en: "MAX, region US" } },
      ],
    },
    domain: {
      kind: "text",
      label: { pl: "Domena konta MAX", en: "Domain of the MAX account" },
      hint: {
        pl: "Tylko dla MAX: sama domena, bez https:// i bez www.",
        en: "For MAX only: the bare domain, without https:// and without www.",
      },
      placeholder: "mailing.twojafirma.pl",
      optional: true,
      advanced: true,
      pattern: {
        regex: "^(?!www\\.)([a-z0-9\\-]{1,63}\\.)+[a-z]{2,8}$",
        message: {
          pl: "Wpisz samą domenę małymi literami, na przykład mailing.twojafirma.pl.",
          en: "Enter the bare domain in lower case, for example mailing.yourcompany.com.",
        },
      },
    },
  },
  // Also 30,000 in ten minutes, which the API tells by itself when they are used up.
  limits: { concurrency: 8, requests: { count: 80, seconds: 1 }, perRun: 2 },
  connect: ({ apiKey, plan, domain }) => {
    const max = MAX_HOSTS[plan];
    return {
      baseUrl: max ?? "https://api.getresponse.com/v3",
      headers: {
        "X-Auth-Token": `api-key ${apiKey}`,
        "Content-Type": "application/json",
        ...(max && domain && { "X-Domain": domain }),
      },
    };
  },
  faults,
  check: async ({ http }) => {
    const account = z.object({ email: z.string(), companyName: z.string().nullish() });
    const { body } = await http("GET", "/accounts", { answers: { ok: account } });
    return { account: body.companyName ? `${body.companyName} (${body.email})` : body.email };
  },
  choices: { campaigns: ({ http }) => campaigns(http) },
  actions: {
    add: {
      label: { pl: "Dodaj klienta do kampanii", en: "Add the customer to a campaign" },
      sentence: {
        pl: "dodamy go do kampanii {campaign}",
        en: "we will add them to the campaign {campaign}",
      },
      verdict: { pl: "jest w kampanii {campaign}", en: "is in the campaign {campaign}" },
      fields: { campaign },
      // A second time answers that the contact is there.
      repeatable: true,
      run: add,
      confirm: confirmAdded,
      confirmAfter: [5, 15, 30, 60, 120, 300],
    },
    remove: {
      takesAway: true,
      label: { pl: "Usuń klienta z kampanii", en: "Remove the customer from a campaign" },
      hint: {
        pl: "Usuwa klienta tylko z tej kampanii, w innych zostaje.",
        en: "Removes the customer from this campaign only; they stay in others.",
      },
      sentence: {
        pl: "usuniemy go z kampanii {campaign}",
        en: "we will remove them from the campaign {campaign}",
      },
      verdict: {
        pl: "nie jest już w kampanii {campaign}",
        en: "is no longer in the campaign {campaign}",
      },
      fields: { campaign },
      repeatable: true,
      run: remove,
    },
  },
});

/** All campaigns. An account holds at most a thousand: one page, and further ones if that changes. */
async function campaigns(http: Http): Promise<Choice[]> {
  const perPage = 1000;
  const page = z.array(z.object({ campaignId: z.string(), name: z.string() }));
  const found: Choice[] = [];
  for (let number = 1; ; number++) {
    const { body, header } = await http("GET", "/campaigns", {
      query: { page: number, perPage, "sort[name]": "ASC", fields: "name,isDefault" },
      answers: { ok: page },
    });
    found.push(...body.map(({ campaignId, name }) => ({ value: campaignId, label: name })));
    const pages = Number(header("TotalPages") ?? (body.length < perPage ? number : number + 1));
    if (body.length === 0 || number >= pages) return found;
  }
}
