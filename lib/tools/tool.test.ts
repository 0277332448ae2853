import { expect, test } from "vitest";
import { z } from "zod";
import { fakeHttp } from "./fake-http";
import { defineTool } from "./tool";

const words = { pl: "", en: "" };
const base = {
  id: "x",
  name: "X",
  origin: "external",
  summary: words,
  mark: { paths: [] },
  guide: [],
  limits: { concurrency: 1 },
  connect: () => ({ baseUrl: "https://x.example" }),
  check: async () => ({ account: "" }),
} as const;
const action = { label: words, sentence: words, verdict: words, repeatable: true } as const;

// Half of these tests are said to the compiler: an unused @ts-expect-error is an error too.

test("a field may only name a list that the tool has", () => {
  const run = async () => ({ outcome: "done" }) as const;
  const field = { kind: "choice", label: words } as const;
  const choices = { lists: async () => [] };
  const good = { ...action, run, fields: { list: { ...field, choices: "lists" } } } as const;
  const typo = { ...action, run, fields: { list: { ...field, choices: "listz" } } } as const;
  defineTool({ ...base, credentials: {}, choices, actions: { good } });
  // @ts-expect-error there is no such list
  const wrong = defineTool({ ...base, credentials: {}, choices, actions: { typo } });
  expect(Object.keys(wrong.actions)).toEqual(["typo"]);
});

test("an action gets what its fields say", () => {
  const tool = defineTool({
    ...base,
    credentials: { key: { kind: "secret", label: words } },
    actions: {
      send: {
        ...action,
        fields: {
          list: { kind: "text", label: words },
          note: { kind: "text", label: words, optional: true },
        },
        run: async ({ input, credentials }) => {
          input.list satisfies string;
          credentials.key satisfies string;
          // @ts-expect-error an optional field may be missing
          input.note satisfies string;
          // @ts-expect-error there is no such field
          input.other;
          return { outcome: "done" };
        },
      },
    },
  });
  expect(tool.actions.send.fields.note.optional).toBe(true);
});

test("an answer has the shape that belongs to its status", async () => {
  const tool = defineTool({ ...base, credentials: {}, actions: {} });
  const { http } = fakeHttp(tool, {}, { "GET /a": { status: 404, body: { why: "gone" } } });
  const answer = await http("GET", "/a", {
    answers: { ok: z.object({ id: z.string() }), 404: z.object({ why: z.string() }) },
  });
  // @ts-expect-error which of them it is has not been asked yet
  answer.body.id;
  expect(answer.as === 404 ? answer.body.why : answer.body.id).toBe("gone");
});
