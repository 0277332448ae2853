import { expect, test } from "vitest";
import { z } from "zod";
import { jsonObject } from "@/e2e/emulators/core/call";
import { routesOf } from "@/e2e/emulators/core/routing";
import { defineEmulator } from "@/e2e/emulators/core/running";
import { conform } from "./conformance/conform";
import { tableOf } from "./conformance/table";
import type { Example } from "./example";
import { describeTool } from "./registry";
import { schemaOf } from "./schema";
import { defineTool } from "./tool";

// What a newcomer would write: a folder's worth of tool, and its emulator. Nothing else knows of it.

const KEY = "eleventh-key-of-a-merchant-3f9c";
const words = (text: string) => ({ pl: text, en: text });
const shelf = z.object({ id: z.string(), name: z.string() });

const eleventh = defineTool({
  id: "eleventh",
  name: "Eleventh",
  origin: "external",
  summary: words("Puts customers on shelves."),
  mark: { paths: [{ d: "M4 4h16" }] },
  guide: [words("Copy the key.")],
  credentials: { key: { kind: "secret", label: words("Key"), hint: words("On the first page") } },
  limits: { concurrency: 1 },
  connect: ({ key }) => ({
    baseUrl: "https://api.eleventh.example/v1",
    headers: { Authorization: `Bearer ${key}` },
  }),
  check: async ({ http }) => {
    const { body } = await http("GET", "/me", { answers: { ok: z.object({ name: z.string() }) } });
    return { account: body.name };
  },
  choices: {
    shelves: async ({ http }) => {
      const { body } = await http("GET", "/shelves", { answers: { ok: z.array(shelf) } });
      return body.map(({ id, name }) => ({ value: id, label: name }));
    },
  },
  actions: {
    put: {
      label: words("Put the customer on a shelf"),
      sentence: words("we will put them on {shelf}"),
      verdict: words("is on {shelf}"),
      fields: { shelf: { kind: "choice", label: words("Shelf"), choices: "shelves" } },
      repeatable: true,
      run: async ({ http, input, contact }) => {
        await http("PUT", `/shelves/${encodeURIComponent(input.shelf)}`, {
          body: { email: contact.email.toLowerCase() },
          answers: { ok: z.object({ on: z.literal(true) }) },
        });
        return { outcome: "done" };
      },
    },
  },
});

type Account = { shelves: { id: string; name: string; emails: string[] }[] };
const route = routesOf<Account, object>();

const emulator = defineEmulator<Account, object>({
  id: "eleventh",
  title: "Eleventh",
  serves: (host) => host === "api.eleventh.example",
  base: "/v1",
  accounts: ["main"],
  seed: () => ({ shelves: [{ id: "s1", name: "Top", emails: [] }] }),
  accountOf: () => "main",
  credential: {
    read: ({ headers }) => headers.authorization?.replace("Bearer ", ""),
    wellFormed: (key) => key.length > 8,
    wrong: () => ({ status: 401, body: {} }),
  },
  limits: { per: "key", windows: () => [], throttled: () => ({ status: 429 }) },
  switches: z.strictObject({}),
  routes: [
    route("GET /me", () => ({ status: 200, body: { name: "Shop" } })),
    route("GET /shelves", ({ account }) => ({ status: 200, body: account.shelves })),
    route("PUT /shelves/:id", ({ account, params, call }) => {
      const found = account.shelves.find(({ id }) => id === params.id);
      const email = String(jsonObject(call)?.email);
      if (!found) return { status: 404, body: {} };
      if (!found.emails.includes(email)) found.emails.push(email);
      return { status: 200, body: { on: true } };
    }),
  ],
  notFound: () => ({ status: 404, body: {} }),
  view: ({ shelves }) => ({ shelves }),
  commands: {},
});

const example: Example = { credentials: { key: KEY } };

test("a tool and its emulator are all that an eleventh tool needs", async () => {
  const found = await conform([eleventh], async () => example, [emulator]);
  expect(tableOf(found).gaps).toEqual([]);
  expect(found.get("Eleventh")?.length).toBeGreaterThan(25);
}, 60_000);

test("the form is drawn and checked from its data alone", () => {
  const { actions, needsAccount } = describeTool(eleventh, "en");
  expect([needsAccount, actions.put?.fields.shelf?.choices]).toEqual([true, "shelves"]);
  expect(schemaOf(eleventh.credentials, "en").safeParse({ key: "" }).success).toBe(false);
  expect(schemaOf(eleventh.credentials, "en").parse({ key: ` ${KEY} ` })).toEqual({ key: KEY });
});
