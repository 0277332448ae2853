import { z } from "zod";
import { answered, isUnknownHost } from "../answered";
import { type Choice, defineTool, type Http } from "../tool";
import { add, remove } from "./contacts";
import { addressWords, faults } from "./errors";

const list = {
  kind: "choice",
  label: { pl: "Lista", en: "List" },
  choices: "lists",
} as const;

export const activecampaign = defineTool({
  id: "activecampaign",
  name: "ActiveCampaign",
  origin: "external",
  summary: {
    pl: "Dodaje klientów do list i wypisuje ich z nich.",
    en: "Adds customers to lists and unsubscribes them.",
  },
  mark: { paths: [{ d: "M6 4l11 8-11 8" }, { d: "M6 10.2l3 1.8-3 1.8", accent: true }] },
  guide: [
    {
      pl: "Zaloguj się do ActiveCampaign i otwórz Ustawienia (koło zębate na dole) → Developer.",
      en: "Sign in to ActiveCampaign and open Settings (the gear at the bottom) → Developer.",
    },
    {
      pl: "W części API Access skopiuj URL i wklej go w pierwsze pole.",
      en: "Under API Access copy the URL and paste it into the first field.",
    },
    {
      pl: "Skopiuj Key i wklej go w drugie pole. Klucz ma uprawnienia użytkownika, do którego należy.",
      en: "Copy the Key and paste it into the second field. It has the permissions of the user it belongs to.",
    },
  ],
  credentials: {
    apiUrl: {
      kind: "url",
      label: { pl: "Adres URL API", en: "API URL" },
      hint: {
        pl: "Ustawienia → Developer → API Access: URL",
        en: "Settings → Developer → API Access: URL",
      },
      placeholder: "https://twojafirma.api-us1.com",
      pattern: {
        regex: "^https:\\/\\/([A-Za-z0-9\\-]+\\.)+[A-Za-z]{2,}(\\/.*)?$",
        message: {
          pl: "Wklej adres z ActiveCampaign, na przykład https://twojafirma.api-us1.com.",
          en: "Paste the address from ActiveCampaign, for example https://yourcompany.api-us1.com.",
        },
      },
    },
    apiKey: {
      kind: "secret",
      label: { pl: "Klucz API", en: "API key" },
      hint: {
        pl: "Ustawienia → Developer → API Access: Key",
        en: "Settings → Developer → API Access: Key",
      },
      pattern: {
        regex: "^[A-Za-z0-9]{16,128}$",
        message: {
          pl: "Klucz API to długi ciąg liter i cyfr, bez spacji. Skopiuj go jeszcze raz.",
          en: "The API key is a long run of letters and digits, without spaces. Copy it once more.",
        },
      },
    },
  },
  // Five a second per account, shared by all its keys.
  limits: { concurrency: 4, requests: { count: 5, seconds: 1, per: "host" }, perRun: 3 },
  connect: ({ apiUrl, apiKey }) => ({
    baseUrl: `${originOf(apiUrl)}/api/3`,
    headers: { "Api-Token": apiKey, "Content-Type": "application/json" },
  }),
  faults,
  check: async ({ http }) => {
    try {
      // Lists first: the key may be right and its user not allowed to see them.
      await http("GET", "/lists", { query: { limit: 1 }, answers: { ok: listsPage } });
      const me = z.object({ user: z.object({ email: z.string() }) });
      const { body } = await http("GET", "/users/me", { answers: { ok: me } });
      return { account: body.user.email };
    } catch (error) {
      if (!isUnknownHost(error)) throw error;
      throw answered("config", error.message, { words: addressWords });
    }
  },
  choices: { lists: ({ http }) => lists(http) },
  actions: {
    add: {
      label: { pl: "Dodaj klienta do listy", en: "Add the customer to a list" },
      sentence: {
        pl: "dodamy go do listy {list}",
        en: "we will add them to the list {list}",
      },
      verdict: { pl: "jest na liście {list}", en: "is on the list {list}" },
      fields: {
        list,
        resubscribe: {
          kind: "flag",
          label: {
            pl: "Zapisuj też tych, którzy sami się wypisali",
            en: "Also add those who unsubscribed themselves",
          },
          hint: {
            pl: "Bez tego klient, który wypisał się z listy, na nią nie wróci.",
            en: "Without it a customer who unsubscribed does not return to the list.",
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
      label: { pl: "Usuń klienta z listy", en: "Remove the customer from a list" },
      hint: {
        pl: "ActiveCampaign zna tylko wypisanie: kontakt zostaje na koncie, a na liście ma stan „wypisany”.",
        en: "ActiveCampaign only knows unsubscribing: the contact stays in the account, unsubscribed from the list.",
      },
      sentence: {
        pl: "usuniemy go z listy {list}",
        en: "we will remove them from the list {list}",
      },
      verdict: { pl: "nie jest już na liście {list}", en: "is no longer on the list {list}" },
      fields: { list },
      repeatable: true,
      run: remove,
    },
  },
});

/** People also paste the address of the old API, or with the path of this one. */
function originOf(apiUrl: string): string {
  const bare = apiUrl.trim().replace(/\/+$/, "");
  return bare.replace(/\/(api\/3|admin\/api\.php)$/i, "").replace(/\/+$/, "");
}

const listsPage = z.object({
  lists: z.array(z.object({ id: z.coerce.string(), name: z.string() })),
  meta: z.object({ total: z.coerce.number() }),
});

async function lists(http: Http): Promise<Choice[]> {
  const found: Choice[] = [];
  for (;;) {
    const { body } = await http("GET", "/lists", {
      query: { limit: 100, offset: found.length },
      answers: { ok: listsPage },
    });
    found.push(...body.lists.map(({ id, name }) => ({ value: id, label: name })));
    if (body.lists.length === 0 || found.length >= body.meta.total) return found;
  }
}
