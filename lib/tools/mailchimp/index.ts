import { z } from "zod";
import { answered, isUnknownHost } from "../answered";
import { type Choice, defineTool, type Http } from "../tool";
import { ours } from "../words";
import { faults } from "./errors";
import { add, remove } from "./members";

const list = { kind: "choice", label: { pl: "Lista", en: "List" }, choices: "lists" } as const;

export const mailchimp = defineTool({
  id: "mailchimp",
  name: "Mailchimp",
  origin: "external",
  summary: {
    pl: "Dodaje klientów do list odbiorców i usuwa ich z nich.",
    en: "Adds customers to audiences and removes them.",
  },
  mark: {
    paths: [
      { d: "M4 19V9l8 6.5L20 9v10" },
      { d: "M10 6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0", accent: true },
    ],
  },
  guide: [
    {
      pl: "Zaloguj się do Mailchimp, kliknij swój profil na dole po lewej i otwórz Account & billing → Extras → API keys.",
      en: "Sign in to Mailchimp, click your profile at the bottom left and open Account & billing → Extras → API keys.",
    },
    {
      pl: "Kliknij „Create A Key” i nazwij go na przykład EasyCart. Potrzebujesz roli Manager lub wyższej.",
      en: "Click “Create A Key” and name it, for example, EasyCart. You need the Manager role or higher.",
    },
    {
      pl: "Skopiuj klucz od razu, razem z końcówką po myślniku (na przykład -us19): Mailchimp pokazuje go tylko raz. Wklej go tutaj.",
      en: "Copy the key at once, with the ending after the hyphen (for example -us19): Mailchimp shows it only one time. Paste it here.",
    },
  ],
  credentials: {
    apiKey: {
      kind: "secret",
      label: { pl: "Klucz API", en: "API key" },
      hint: {
        pl: "Account & billing → Extras → API keys",
        en: "Account & billing → Extras → API keys",
      },
      placeholder: "0123456789abcdef0123456789abcdef-us19",
      pattern: {
        regex: "^[0-9a-fA-F]{32}-[a-zA-Z]{2,4}[0-9]{1,3}$",
        message: {
          pl: "Klucz ma 32 znaki i końcówkę po myślniku, na przykład -us19. Skopiuj go w całości.",
          en: "The key has 32 characters and an ending after a hyphen, for example -us19. Copy all of it.",
        },
      },
    },
  },
  // Ten connections at once, the account's other integrations included; no limit over time.
  limits: { concurrency: 8, perRun: 3 },
  connect: ({ apiKey }) => {
    // The pattern lets nothing but a data centre's name follow the hyphen.
    const dataCentre = apiKey.slice(apiKey.lastIndexOf("-") + 1).toLowerCase();
    const basic = Buffer.from(`app:${apiKey}`).toString("base64");
    return {
      baseUrl: `https://${dataCentre}.api.mailchimp.com/3.0`,
      headers: { Authorization: `Basic ${basic}` },
      secrets: [basic],
    };
  },
  faults,
  check: async ({ http }) => {
    const account = z.object({ account_name: z.string(), email: z.string().nullish() });
    try {
      const { body } = await http("GET", "/", {
        query: { fields: "account_id,account_name,login_id,email,role" },
        answers: { ok: account },
      });
      const { account_name: name, email } = body;
      return { account: email ? `${name} (${email})` : name };
    } catch (error) {
      if (!isUnknownHost(error)) throw error;
      throw answered("config", error.message, { words: dataCentreWords });
    }
  },
  choices: { lists: ({ http }) => lists(http) },
  actions: {
    add: {
      label: { pl: "Dodaj klienta do listy", en: "Add the customer to a list" },
      sentence: { pl: "dodamy go do listy {list}", en: "we will add them to the list {list}" },
      verdict: { pl: "jest na liście {list}", en: "is on the list {list}" },
      fields: {
        list,
        confirm: {
          kind: "flag",
          label: { pl: "Poproś klienta o potwierdzenie zapisu", en: "Ask the customer to confirm" },
          hint: {
            pl: "Listy z podwójnym potwierdzeniem proszą o nie zawsze.",
            en: "Lists with double opt-in always ask for it.",
          },
          optional: true,
          advanced: true,
        },
        resubscribe: {
          kind: "flag",
          label: {
            pl: "Pytaj też tych, którzy się wypisali",
            en: "Also ask those who unsubscribed",
          },
          hint: {
            pl: "Wrócą na listę dopiero, gdy sami to potwierdzą.",
            en: "They return to the list only after confirming it themselves.",
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
        pl: "Klient trafi do archiwum listy, więc jego historia zostaje i można go dodać ponownie.",
        en: "The customer goes to the list's archive: the history stays and they can be added again.",
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

const dataCentreWords = ours({
  pl: "Końcówka klucza po myślniku nie jest żadnym centrum danych Mailchimp. Skopiuj klucz jeszcze raz.",
  en: "The key's ending after the hyphen is no data centre of Mailchimp. Copy the key once more.",
});

const listsPage = z.object({
  lists: z.array(z.object({ id: z.string(), name: z.string() })),
  total_items: z.number(),
});

async function lists(http: Http): Promise<Choice[]> {
  const found: Choice[] = [];
  for (;;) {
    const { body } = await http("GET", "/lists", {
      query: {
        count: 1000,
        offset: found.length,
        sort_field: "date_created",
        sort_dir: "DESC",
        fields: "lists.id,lists.name,total_items",
      },
      answers: { ok: listsPage },
    });
    found.push(...body.lists.map(({ id, name }) => ({ value: id, label: name })));
    if (body.lists.length === 0 || found.length >= body.total_items) return found;
  }
}
