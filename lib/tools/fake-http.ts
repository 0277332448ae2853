import { openHttp } from "./http";
import { unpaced } from "./pace";
import type { Contact, Exchange, FieldValues, Occasion, Outcome, Tool } from "./tool";
import type { Wire, WireAnswer, WireRequest } from "./wire";

export type FakeAnswer = {
  status?: number;
  /** A text stands as it is, anything else is sent as JSON; absent: no body. */
  body?: unknown;
  headers?: Record<string, string>;
};
/** By "POST /contacts", the path as the tool writes it, without the query. Several answers come in turn, the last for good. */
export type FakeAnswers = Record<string, FakeAnswer | FakeAnswer[]>;

/** A request as it left, with the body read back. */
export type Seen = { line: string; query: Record<string, string>; body: unknown };

/** A tool's real door onto a pretend server: no network, no database. An unknown request throws. */
export function fakeHttp(tool: Tool, credentials: FieldValues, answers: FakeAnswers) {
  const exchanges: Exchange[] = [];
  const seen: Seen[] = [];
  const base = new URL(tool.connect(credentials).baseUrl).pathname.replace(/\/$/, "");
  const times = new Map<string, number>();
  const wire: Wire = {
    async send(request) {
      const line = `${request.method} ${request.url.pathname.slice(base.length)}`;
      seen.push({ line, query: Object.fromEntries(request.url.searchParams), body: read(request) });
      const planned = answers[line];
      if (!planned) throw new Error(`The pretend server has no answer to ${line}`);
      const turns = [planned].flat();
      const turn = times.get(line) ?? 0;
      times.set(line, turn + 1);
      return answerOf(turns[Math.min(turn, turns.length - 1)] ?? {});
    },
    reach: async () => {},
  };
  const http = openHttp({ tool, credentials, exchanges, wire, pace: unpaced });
  return { http, exchanges, seen };
}

type Rehearsal = {
  credentials: FieldValues;
  input?: FieldValues;
  contact?: Contact;
  answers?: FakeAnswers;
  lastSuccess?: Date;
  occasion?: Partial<Occasion>;
  /** Reads back what was accepted with this ticket, rather than acting. */
  confirm?: { ticket?: string };
};

/** Runs an action against the pretend server; gives its outcome, or its ToolError as `fault`. */
export async function rehearse(tool: Tool, actionName: string, rehearsal: Rehearsal) {
  const { credentials, input = {}, contact = ADA, answers = {}, lastSuccess } = rehearsal;
  const action = tool.actions[actionName];
  if (!action) throw new Error(`There is no action ${actionName}`);
  const { http, seen } = fakeHttp(tool, credentials, answers);
  const args = {
    http,
    mail: async () => ({ accepted: true, response: "250 ok" }),
    credentials,
    input,
    contact,
    occasion: { ...OCCASION, ...rehearsal.occasion },
    lastSuccess: async () => lastSuccess,
  };
  const acted = rehearsal.confirm
    ? action.confirm?.({ ...args, ...rehearsal.confirm })
    : action.run(args);
  try {
    return { came: (await acted) as Outcome | "pending", seen };
  } catch (fault) {
    return { fault, seen };
  }
}

/** Loads a list of choices from the pretend server. */
export async function listed(
  tool: Tool,
  loader: string,
  credentials: FieldValues,
  answers: FakeAnswers,
) {
  const { http, seen } = fakeHttp(tool, credentials, answers);
  const choices = (await tool.choices?.[loader]?.({ http, chosen: {} })) ?? [];
  return { choices, queries: seen.map(({ query }) => query) };
}

export const ADA: Contact = {
  email: "Ada+kurs@Poczta.example",
  name: "Ada Nowak",
  firstName: "Ada",
  lastName: "Nowak",
};

export const OCCASION: Occasion = {
  runId: "run_01h000000000000000000000aa",
  attempt: 1,
  store: { id: "sto_1", name: "Pracownia Światła" },
  product: { id: "pro_1", name: "Kurs" },
  automation: { id: "aut_1", name: "Powitanie", version: 3 },
  trigger: "purchase",
  dueAt: "2026-11-24T08:12:00.000Z",
  isSample: false,
  event: {
    id: "evt_1",
    name: "product_assigned",
    receivedAt: "2026-11-24T08:12:00.000Z",
    payload: { event: "product_assigned", customer_email: "ada+kurs@poczta.example" },
  },
};

function read({ body }: WireRequest): unknown {
  return body === undefined ? undefined : JSON.parse(body);
}

function answerOf({ status = 200, body, headers = {} }: FakeAnswer): WireAnswer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers, body: text ?? "" };
}
