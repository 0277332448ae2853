import { z } from "zod";
import { type Choice, defineTool, type Http } from "../tool";
import { faults } from "./errors";
import { inviteToCommunity, removeFromCommunity } from "./members";
import { enter, leave, space, spaceGroup } from "./places";

const group = {
  kind: "choice",
  label: { pl: "Grupa przestrzeni", en: "Space group" },
  choices: "spaceGroups",
} as const;
const spaceField = {
  kind: "choice",
  label: { pl: "Przestrzeń", en: "Space" },
  choices: "spaces",
} as const;
const mayInvite = {
  kind: "flag",
  label: {
    pl: "Zaproś klienta, jeśli nie ma go w społeczności",
    en: "Invite the customer if they are not in the community",
  },
  hint: {
    pl: "Bez tego klient spoza społeczności nie zostanie dodany.",
    en: "Without it a customer outside the community is not added.",
  },
  optional: true,
} as const;

export const circle = defineTool({
  id: "circle",
  name: "Circle.so",
  origin: "external",
  summary: {
    pl: "Zaprasza klientów do społeczności, dodaje do przestrzeni i zabiera im dostęp.",
    en: "Invites customers to the community, adds them to spaces and takes access away.",
  },
  mark: {
    paths: [
      { d: "M19.4 15A8 8 0 1 1 19.4 9" },
      { d: "M18.8 12a0.6 0.6 0 1 0 1.2 0a0.6 0.6 0 1 0 -1.2 0", accent: true },
    ],
  },
  guide: [
    {
      pl: "W Circle kliknij nazwę społeczności u góry po lewej i wybierz Developers → Tokens. Potrzebny jest plan Business lub wyższy.",
      en: "In Circle click the community's name at the top left and choose Developers → Tokens. It takes the Business plan or higher.",
    },
    {
      pl: "Kliknij Create token i wybierz typ „Admin V2”. Inne typy nie zadziałają.",
      en: "Click Create token and choose the type “Admin V2”. Other types do not work.",
    },
    {
      pl: "Skopiuj token i wklej go tutaj. Jeden token otwiera jedną społeczność.",
      en: "Copy the token and paste it here. One token opens one community.",
    },
  ],
  credentials: {
    token: {
      kind: "secret",
      label: { pl: "Token API", en: "API token" },
      hint: {
        pl: "Developers → Tokens, typ „Admin V2”",
        en: "Developers → Tokens, type “Admin V2”",
      },
      pattern: {
        regex: "^[\\x21-\\x7e]{16,256}$",
        message: {
          pl: "Token to jeden długi ciąg znaków, bez spacji. Skopiuj go jeszcze raz.",
          en: "The token is one long run of characters, without spaces. Copy it once more.",
        },
      },
    },
  },
  // 2,000 in five minutes for one address, whoever's communities are asked from it.
  limits: { concurrency: 10, requests: { count: 2_000, seconds: 300, per: "sender" }, perRun: 2 },
  connect: ({ token }) => ({
    baseUrl: "https://app.circle.so/api/admin/v2",
    headers: { Authorization: `Token ${token}` },
  }),
  faults,
  check: async ({ http }) => {
    const community = z.object({ name: z.string() });
    const { body } = await http("GET", "/community", { answers: { ok: community } });
    return { account: body.name };
  },
  choices: {
    spaceGroups: ({ http }) => places(http, "/space_groups"),
    spaces: ({ http }) => places(http, "/spaces"),
  },
  actions: {
    inviteToCommunity: {
      label: { pl: "Zaproś klienta do społeczności", en: "Invite the customer to the community" },
      sentence: { pl: "zaprosimy go do społeczności", en: "we will invite them to the community" },
      verdict: { pl: "ma zaproszenie do społeczności", en: "is invited to the community" },
      fields: {
        silent: {
          kind: "flag",
          label: {
            pl: "Dodaj bez wysyłania zaproszenia",
            en: "Add without sending the invitation",
          },
          hint: {
            pl: "Circle nie wyśle wtedy klientowi wiadomości.",
            en: "Circle then sends the customer no message.",
          },
          optional: true,
          advanced: true,
        },
      },
      repeatable: true,
      run: inviteToCommunity,
    },
    removeFromCommunity: {
      takesAway: true,
      label: { pl: "Usuń klienta z społeczności", en: "Remove the customer from the community" },
      hint: {
        pl: "Wpisy i komentarze klienta zostają.",
        en: "The customer's posts and comments stay.",
      },
      sentence: {
        pl: "usuniemy go ze społeczności",
        en: "we will remove them from the community",
      },
      verdict: { pl: "nie jest już w społeczności", en: "is no longer in the community" },
      fields: {},
      repeatable: true,
      run: removeFromCommunity,
    },
    addToSpaceGroup: {
      label: {
        pl: "Dodaj klienta do grupy przestrzeni",
        en: "Add the customer to a space group",
      },
      sentence: {
        pl: "dodamy go do grupy przestrzeni {group}",
        en: "we will add them to the space group {group}",
      },
      verdict: { pl: "jest w grupie przestrzeni {group}", en: "is in the space group {group}" },
      fields: { group, mayInvite },
      repeatable: true,
      run: (args) =>
        enter(args, { place: spaceGroup, id: args.input.group }, args.input.mayInvite === "yes"),
    },
    removeFromSpaceGroup: {
      takesAway: true,
      label: {
        pl: "Usuń klienta z grupy przestrzeni",
        en: "Remove the customer from a space group",
      },
      hint: {
        pl: "Klient straci też przestrzenie należące do tej grupy.",
        en: "The customer also loses the spaces of this group.",
      },
      sentence: {
        pl: "usuniemy go z grupy przestrzeni {group}",
        en: "we will remove them from the space group {group}",
      },
      verdict: {
        pl: "nie jest już w grupie przestrzeni {group}",
        en: "is no longer in the space group {group}",
      },
      fields: { group },
      repeatable: true,
      run: (args) => leave(args, { place: spaceGroup, id: args.input.group }),
    },
    addToSpace: {
      label: { pl: "Dodaj klienta do przestrzeni", en: "Add the customer to a space" },
      sentence: {
        pl: "dodamy go do przestrzeni {space}",
        en: "we will add them to the space {space}",
      },
      verdict: { pl: "jest w przestrzeni {space}", en: "is in the space {space}" },
      fields: { space: spaceField, mayInvite },
      repeatable: true,
      run: (args) =>
        enter(args, { place: space, id: args.input.space }, args.input.mayInvite === "yes"),
    },
    removeFromSpace: {
      takesAway: true,
      label: { pl: "Usuń klienta z przestrzeni", en: "Remove the customer from a space" },
      sentence: {
        pl: "usuniemy go z przestrzeni {space}",
        en: "we will remove them from the space {space}",
      },
      verdict: {
        pl: "nie jest już w przestrzeni {space}",
        en: "is no longer in the space {space}",
      },
      fields: { space: spaceField },
      repeatable: true,
      run: (args) => leave(args, { place: space, id: args.input.space }),
    },
  },
});

const place = z.object({
  id: z.coerce.string(),
  name: z.string(),
  /** Only a space belongs to a group. */
  space_group: z.object({ name: z.string().nullish() }).nullish(),
});
const placesPage = z.object({ has_next_page: z.boolean(), records: z.array(place) });

/** Every page, as far as `has_next_page` leads: the other counters are not to be relied on. */
async function places(http: Http, path: string): Promise<Choice[]> {
  const found: Choice[] = [];
  for (let page = 1; ; page++) {
    const { body } = await http("GET", path, {
      query: { page, per_page: 60 },
      answers: { ok: placesPage },
    });
    for (const { id, name, space_group } of body.records)
      found.push({ value: id, label: name, note: space_group?.name ?? undefined });
    if (!body.has_next_page || body.records.length === 0) return found;
  }
}
