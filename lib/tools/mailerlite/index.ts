import { z } from "zod";
import { ToolError } from "@/lib/errors";
import { type Choice, defineTool, type Http } from "../tool";
import { faults } from "./errors";
import { add, remove } from "./subscribers";

const group = { kind: "choice", label: { pl: "Grupa", en: "Group" }, choices: "groups" } as const;

export const mailerlite = defineTool({
  id: "mailerlite",
  name: "MailerLite",
  origin: "external",
  summary: {
    pl: "Dodaje klientów do grup w nowym MailerLite i usuwa ich z nich.",
    en: "Adds customers to groups in the new MailerLite and removes them.",
  },
  mark: { paths: [{ d: "M4 7h16M4 12h11" }, { d: "M4 17h6", accent: true }] },
  guide: [
    {
      pl: "Zaloguj się do MailerLite i otwórz Integrations → MailerLite API → Use.",
      en: "Sign in to MailerLite and open Integrations → MailerLite API → Use.",
    },
    {
      pl: "Kliknij „Generate new token” i nazwij go na przykład EasyCart.",
      en: "Click “Generate new token” and name it, for example, EasyCart.",
    },
    {
      pl: "Skopiuj cały token (ma kilkaset znaków): MailerLite pokazuje go tylko raz. Wklej go tutaj.",
      en: "Copy the whole token (several hundred characters): MailerLite shows it only one time. Paste it here.",
    },
  ],
  credentials: {
    token: {
      kind: "secret",
      label: { pl: "Token API", en: "API token" },
      hint: {
        pl: "dashboard.mailerlite.com/integrations/api",
        en: "dashboard.mailerlite.com/integrations/api",
      },
      pattern: {
        regex: "^[\\x21-\\x7e]{100,}$",
        message: {
          pl: "To za krótki klucz jak na nowy MailerLite. Jeśli masz konto MailerLite Classic, wybierz tamto narzędzie.",
          en: "This key is too short for the new MailerLite. If yours is a MailerLite Classic account, choose that tool.",
        },
      },
    },
  },
  limits: { concurrency: 5, requests: { count: 120, seconds: 60 }, perRun: 2 },
  connect: ({ token }) => ({
    baseUrl: "https://connect.mailerlite.com/api",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
  }),
  faults,
  check: async ({ http }) => {
    await http("GET", "/groups", { query: { limit: 1, page: 1 }, answers: { ok: groupsPage } });
    return { account: await accountName(http) };
  },
  choices: { groups: ({ http }) => groups(http) },
  actions: {
    add: {
      label: { pl: "Dodaj klienta do grupy", en: "Add the customer to a group" },
      hint: {
        pl: "MailerLite nie przyjmuje ponownie tych, którzy się wypisali.",
        en: "MailerLite does not take back those who unsubscribed.",
      },
      sentence: { pl: "dodamy go do grupy {group}", en: "we will add them to the group {group}" },
      verdict: { pl: "jest w grupie {group}", en: "is in the group {group}" },
      fields: { group },
      repeatable: true,
      run: add,
    },
    remove: {
      takesAway: true,
      label: { pl: "Usuń klienta z grupy", en: "Remove the customer from a group" },
      hint: {
        pl: "Klient zostaje na koncie MailerLite, tylko poza tą grupą.",
        en: "The customer stays in the MailerLite account, only outside this group.",
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

/** Only a label: the vendor's own plugin reads it, the reference does not know it. */
async function accountName(http: Http): Promise<string> {
  const account = z.object({ data: z.object({ name: z.string() }) });
  try {
    const { body } = await http("GET", "/account", { answers: { ok: account } });
    return body.data.name;
  } catch (error) {
    if (error instanceof ToolError) return "MailerLite";
    throw error;
  }
}

const groupsPage = z.object({
  // Eighteen digits: as a number they would lose the last ones.
  data: z.array(z.object({ id: z.string(), name: z.string() })),
  meta: z.object({ current_page: z.number(), last_page: z.number() }),
});

async function groups(http: Http): Promise<Choice[]> {
  const found: Choice[] = [];
  for (let page = 1; ; page++) {
    const { body } = await http("GET", "/groups", {
      query: { limit: 100, page, sort: "name" },
      answers: { ok: groupsPage },
    });
    found.push(...body.data.map(({ id, name }) => ({ value: id, label: name })));
    if (body.data.length === 0 || page >= body.meta.last_page) return found;
  }
}
