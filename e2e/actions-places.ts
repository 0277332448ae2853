/** An action as the panel names it, and what its run's page says of the customer afterwards. */
type Deed = {
  action: string;
  verdict: (list: string) => string;
  /** How the tool then holds the customer, in its own word; undefined: not at all. */
  leaves?: string;
};

/** Somewhere a customer can be put and taken from again. */
type Place = {
  /** Label of the field that chooses it; absent where there is but one. */
  field?: string;
  /** Where the emulator's state lists such places. */
  lists: string;
  /** What a person in it is called there; absent where `lists` are the people themselves. */
  people?: "members" | "contacts";
  also?: string;
  add: Deed;
  remove: Deed;
};

type Tool = {
  name: string;
  emulator: string;
  credentials: Record<string, string>;
  places: Place[];
};

const COMMUNITY: Place = {
  lists: "members",
  add: {
    action: "Zaproś klienta do społeczności",
    verdict: () => "ma zaproszenie do społeczności",
    leaves: "invited",
  },
  remove: {
    action: "Usuń klienta z społeczności",
    verdict: () => "nie jest już w społeczności",
    leaves: "inactive",
  },
};

const SPACE_GROUP: Place = {
  field: "Grupa przestrzeni",
  lists: "spaceGroups",
  people: "members",
  also: "Zaproś klienta, jeśli nie ma go w społeczności",
  add: {
    action: "Dodaj klienta do grupy przestrzeni",
    verdict: (list) => `jest w grupie przestrzeni ${list}`,
    leaves: "invited",
  },
  remove: {
    action: "Usuń klienta z grupy przestrzeni",
    verdict: (list) => `nie jest już w grupie przestrzeni ${list}`,
  },
};

const SPACE: Place = {
  field: "Przestrzeń",
  lists: "spaces",
  people: "members",
  also: "Zaproś klienta, jeśli nie ma go w społeczności",
  add: {
    action: "Dodaj klienta do przestrzeni",
    verdict: (list) => `jest w przestrzeni ${list}`,
    leaves: "invited",
  },
  remove: {
    action: "Usuń klienta z przestrzeni",
    verdict: (list) => `nie jest już w przestrzeni ${list}`,
  },
};

const CAMPAIGN: Place = {
  field: "Kampania",
  lists: "campaigns",
  people: "contacts",
  add: {
    action: "Dodaj klienta do kampanii",
    verdict: (list) => `jest w kampanii ${list}`,
    leaves: "there",
  },
  remove: {
    action: "Usuń klienta z kampanii",
    verdict: (list) => `nie jest już w kampanii ${list}`,
  },
};

const TAG: Place = {
  field: "Tag",
  lists: "tags",
  people: "members",
  add: {
    action: "Dodaj klienta do tagu",
    verdict: (list) => `ma tag ${list}`,
    leaves: "active",
  },
  remove: {
    action: "Usuń klienta z tagiem",
    verdict: (list) => `nie ma już tagu ${list}`,
  },
};

const list = (added: string, removed?: string): Place => ({
  field: "Lista",
  lists: "lists",
  people: "members",
  add: {
    action: "Dodaj klienta do listy",
    verdict: (name) => `jest na liście ${name}`,
    leaves: added,
  },
  remove: {
    action: "Usuń klienta z listy",
    verdict: (name) => `nie jest już na liście ${name}`,
    leaves: removed,
  },
});

const GROUP: Place = {
  field: "Grupa",
  lists: "groups",
  people: "members",
  add: {
    action: "Dodaj klienta do grupy",
    verdict: (name) => `jest w grupie ${name}`,
    leaves: "active",
  },
  remove: {
    action: "Usuń klienta z grupy",
    verdict: (name) => `nie jest już w grupie ${name}`,
  },
};

/** The tools that hold customers, with keys their emulators take. Those that queue first: they take longest. */
export const TOOLS: Tool[] = [
  {
    name: "Sendgrid",
    emulator: "sendgrid",
    credentials: { "Klucz API": `SG.${"e2E1".repeat(5)}.${"a1B2c3".repeat(7)}x` },
    places: [list("subscribed")],
  },
  {
    name: "GetResponse",
    emulator: "getresponse",
    credentials: { "Klucz API": "e2e0actions0getresponse0key" },
    places: [CAMPAIGN],
  },
  {
    name: "ActiveCampaign",
    emulator: "activecampaign",
    credentials: {
      "Adres URL API": "https://demo.api-us1.com",
      "Klucz API": "0123456789e2e0actions",
    },
    places: [list("active", "unsubscribed")],
  },
  {
    name: "Circle.so",
    emulator: "circle",
    credentials: { "Token API": "circle-admin-v2-e2e-actions" },
    places: [COMMUNITY, SPACE_GROUP, SPACE],
  },
  {
    name: "ConvertKit",
    emulator: "kit",
    credentials: { "Klucz API V4": "kit_e2e0actions0123456789" },
    places: [TAG],
  },
  {
    name: "Mailchimp",
    emulator: "mailchimp",
    credentials: { "Klucz API": "0123456789e2e0123456789e2e012345-us19" },
    places: [list("subscribed", "archived")],
  },
  {
    name: "MailerLite",
    emulator: "mailerlite",
    credentials: { "Token API": `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${"e2E4".repeat(40)}.e2e` },
    places: [GROUP],
  },
  {
    name: "MailerLite Classic",
    emulator: "mailerlite-classic",
    credentials: { "Klucz API": "0123456789e2e0actions0classic0ke" },
    places: [GROUP],
  },
];
