import { z } from "zod";
import { type Choice, defineTool, type Http } from "../tool";
import { faults } from "./errors";
import { addTag, removeTag } from "./subscribers";

const tag = { kind: "choice", label: { pl: "Tag", en: "Tag" }, choices: "tags" } as const;

export const convertkit = defineTool({
  id: "convertkit",
  name: "ConvertKit",
  origin: "external",
  summary: {
    pl: "Oznacza klientów tagami w Kit (dawniej ConvertKit) i zdejmuje tagi.",
    en: "Tags customers in Kit (formerly ConvertKit) and removes tags.",
  },
  mark: { paths: [{ d: "M7 4v16" }, { d: "M17.5 4C12 4 9.5 8 9.5 12s2.5 8 8 8", accent: true }] },
  guide: [
    {
      pl: "Zaloguj się do Kit i otwórz Settings → Developer.",
      en: "Sign in to Kit and open Settings → Developer.",
    },
    {
      pl: "W części V4 Keys kliknij „Add a new key” i nazwij go na przykład EasyCart. Klucz V3 z tej samej strony nie zadziała.",
      en: "Under V4 Keys click “Add a new key” and name it, for example, EasyCart. The V3 key on the same page does not work.",
    },
    {
      pl: "Skopiuj klucz od razu: Kit pokazuje go tylko raz. Wklej go tutaj.",
      en: "Copy the key at once: Kit shows it only one time. Paste it here.",
    },
  ],
  credentials: {
    apiKey: {
      kind: "secret",
      label: { pl: "Klucz API V4", en: "V4 API key" },
      hint: {
        pl: "Settings → Developer → API keys → V4 Keys",
        en: "Settings → Developer → API keys → V4 Keys",
      },
      pattern: {
        regex: "^[\\x21-\\x7e]{10,256}$",
        message: {
          pl: "Klucz to jeden ciąg znaków, bez spacji. Skopiuj go jeszcze raz.",
          en: "The key is one run of characters, without spaces. Copy it once more.",
        },
      },
    },
  },
  limits: { concurrency: 10, requests: { count: 120, seconds: 60 }, perRun: 3 },
  connect: ({ apiKey }) => ({
    baseUrl: "https://api.kit.com/v4",
    headers: { "X-Kit-Api-Key": apiKey },
  }),
  faults,
  check: async ({ http }) => {
    const answer = z.object({
      account: z.object({ name: z.string(), primary_email_address: z.string().nullish() }),
    });
    const { body } = await http("GET", "/account", { answers: { ok: answer } });
    const { name, primary_email_address: email } = body.account;
    return { account: email ? `${name} (${email})` : name };
  },
  choices: { tags: ({ http }) => tags(http) },
  actions: {
    addTag: {
      label: { pl: "Dodaj klienta do tagu", en: "Add the customer to a tag" },
      sentence: { pl: "dodamy mu tag {tag}", en: "we will tag them {tag}" },
      verdict: { pl: "ma tag {tag}", en: "has the tag {tag}" },
      fields: { tag },
      repeatable: true,
      run: addTag,
    },
    removeTag: {
      takesAway: true,
      label: { pl: "Usuń klienta z tagiem", en: "Remove the tag from the customer" },
      hint: {
        pl: "Zdejmuje tag. Klient zostaje na koncie Kit.",
        en: "Takes the tag off. The customer stays in the Kit account.",
      },
      sentence: { pl: "usuniemy mu tag {tag}", en: "we will remove their tag {tag}" },
      verdict: { pl: "nie ma już tagu {tag}", en: "no longer has the tag {tag}" },
      fields: { tag },
      repeatable: true,
      run: removeTag,
    },
  },
});

const tagsPage = z.object({
  tags: z.array(z.object({ id: z.coerce.string(), name: z.string() })),
  pagination: z.object({ has_next_page: z.boolean(), end_cursor: z.string().nullish() }),
});

async function tags(http: Http): Promise<Choice[]> {
  const found: Choice[] = [];
  for (let after: string | undefined; ; ) {
    const { body } = await http("GET", "/tags", {
      query: { per_page: 1000, after },
      answers: { ok: tagsPage },
    });
    found.push(...body.tags.map(({ id, name }) => ({ value: id, label: name })));
    const { has_next_page, end_cursor } = body.pagination;
    if (!has_next_page || !end_cursor) return found;
    after = end_cursor;
  }
}
