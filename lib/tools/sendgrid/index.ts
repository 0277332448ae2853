import { z } from "zod";
import { type Choice, defineTool, type Http } from "../tool";
import { add, confirmAdded, confirmRemoved, remove } from "./contacts";
import { faults } from "./errors";

const list = { kind: "choice", label: { pl: "Lista", en: "List" }, choices: "lists" } as const;

/** Letters of a key's first part, which SendGrid itself shows as the key's id. */
const SHOWN = 6;

export const sendgrid = defineTool({
  id: "sendgrid",
  name: "Sendgrid",
  origin: "external",
  summary: {
    pl: "Dodaje klientów do list SendGrid Marketing i usuwa ich z nich.",
    en: "Adds customers to SendGrid Marketing lists and removes them.",
  },
  mark: {
    paths: [{ d: "M4 12h8v8H4zM12 12h8V4h-8z" }, { d: "M4 12V4h8", accent: true }],
  },
  guide: [
    {
      pl: "Zaloguj się do SendGrid i otwórz Settings → API Keys → Create API Key.",
      en: "Sign in to SendGrid and open Settings → API Keys → Create API Key.",
    },
    {
      pl: "Wybierz Full Access albo Restricted Access z uprawnieniem Marketing: Full Access.",
      en: "Choose Full Access, or Restricted Access with the permission Marketing: Full Access.",
    },
    {
      pl: "Skopiuj klucz od razu: SendGrid pokazuje go tylko raz. Zaczyna się od SG. Wklej go tutaj.",
      en: "Copy the key at once: SendGrid shows it only one time. It begins with SG. Paste it here.",
    },
  ],
  credentials: {
    apiKey: {
      kind: "secret",
      label: { pl: "Klucz API", en: "API key" },
      hint: {
        pl: "app.sendgrid.com/settings/api_keys, uprawnienie Marketing: Full Access",
        en: "app.sendgrid.com/settings/api_keys, permission Marketing: Full Access",
      },
      placeholder: "SG.…",
      pattern: {
        regex: "^SG\\.[A-Za-z0-9_\\-]{16,32}\\.[A-Za-z0-9_\\-]{32,64}$",
        message: {
          pl: "Klucz zaczyna się od SG. i ma dwie kropki. Skopiuj go w całości.",
          en: "The key begins with SG. and has two dots. Copy all of it.",
        },
      },
    },
  },
  // The tightest of its counters.
  limits: { concurrency: 5, requests: { count: 200, seconds: 60 }, perRun: 3 },
  connect: ({ apiKey }) => ({
    baseUrl: "https://api.sendgrid.com/v3",
    headers: { Authorization: `Bearer ${apiKey}` },
  }),
  faults,
  // The API tells nobody's name to a key made for lists only, so the key's id stands for it.
  check: async ({ http, credentials }) => {
    await http("GET", "/marketing/lists", { query: { page_size: 1 }, answers: { ok: listsPage } });
    const [, id = ""] = credentials.apiKey.split(".");
    return { account: `SG.${id.slice(0, SHOWN)}…` };
  },
  choices: { lists: ({ http }) => lists(http) },
  actions: {
    add: {
      label: { pl: "Dodaj klienta do listy", en: "Add the customer to a list" },
      hint: {
        pl: "Klient, który wypisał się z Twoich wiadomości, trafi na listę, ale nadal ich nie dostanie.",
        en: "A customer who unsubscribed from your mail joins the list but still gets none.",
      },
      sentence: { pl: "dodamy go do listy {list}", en: "we will add them to the list {list}" },
      verdict: { pl: "jest na liście {list}", en: "is on the list {list}" },
      fields: { list },
      repeatable: true,
      run: add,
      confirm: confirmAdded,
      confirmAfter: [15, 45, 120, 300],
    },
    remove: {
      takesAway: true,
      label: { pl: "Usuń klienta z listy", en: "Remove the customer from a list" },
      hint: {
        pl: "Klient zostaje na koncie SendGrid, tylko poza tą listą.",
        en: "The customer stays in the SendGrid account, only outside this list.",
      },
      sentence: {
        pl: "usuniemy go z listy {list}",
        en: "we will remove them from the list {list}",
      },
      verdict: { pl: "nie jest już na liście {list}", en: "is no longer on the list {list}" },
      fields: { list },
      repeatable: true,
      run: remove,
      confirm: confirmRemoved,
      confirmAfter: [15, 45, 120, 300],
    },
  },
});

const listsPage = z.object({
  result: z.array(z.object({ id: z.string(), name: z.string() })),
  _metadata: z.object({ next: z.string().nullish() }).nullish(),
});

async function lists(http: Http): Promise<Choice[]> {
  const found: Choice[] = [];
  for (let token: string | undefined; ; ) {
    const { body } = await http("GET", "/marketing/lists", {
      query: { page_size: 1000, page_token: token },
      answers: { ok: listsPage },
    });
    found.push(...body.result.map(({ id, name }) => ({ value: id, label: name })));
    // Only the token of the next page: the address beside it is not ours to follow.
    token = tokenIn(body._metadata?.next);
    if (!token) return found;
  }
}

function tokenIn(next: string | null | undefined): string | undefined {
  if (!next || !URL.canParse(next)) return undefined;
  return new URL(next).searchParams.get("page_token") ?? undefined;
}
