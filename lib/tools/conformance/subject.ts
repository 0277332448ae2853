import { inspect } from "node:util";
import type { Emulators } from "@/e2e/emulators/server";
import { ToolError } from "@/lib/errors";
import type { Example } from "../example";
import { ADA, OCCASION } from "../fake-http";
import { openHttp } from "../http";
import { unpaced } from "../pace";
import { schemaOf } from "../schema";
import type { Contact, Exchange, FieldValues, Http, SendMail, Tool } from "../tool";
import { detourTo, openWire, type Wire } from "../wire";

/** A tool with what the suite needs to try it. */
export type Subject = {
  tool: Tool;
  example: Example;
  emulators: Emulators;
  /** The emulator's id. */
  emulator: string;
  /** Opens the tool's real door, by default onto its emulator. */
  door: (means?: { wire?: Wire; timeoutMs?: number }) => Http;
  mail: SendMail;
  /** Everything that would be kept or logged. */
  traces: unknown[];
};

/** What came of an operation: an outcome, a fault, or "answered" for a check or a list. */
export type Tried = { verdict: string; error?: ToolError };

export function subjectOf(tool: Tool, example: Example, emulators: Emulators): Subject {
  const traces: unknown[] = [];
  const exchanges: Exchange[] = [];
  traces.push(exchanges);
  const own = openWire(detourTo(emulators.origin));
  return {
    tool,
    example,
    emulators,
    emulator: example.emulator ?? tool.id,
    door: ({ wire = own, timeoutMs } = {}) => {
      const { credentials } = example;
      return openHttp({ tool, credentials, exchanges, wire, pace: unpaced, timeoutMs });
    },
    mail: async () => {
      throw new Error("There is no mail server here");
    },
    traces,
  };
}

/** A tool without an address sends no requests; its only way out is the mail server. */
export const speaksHttp = ({ tool, example }: Subject) =>
  tool.connect(example.credentials).baseUrl !== "";

export async function tryOut(subject: Subject, operate: () => Promise<unknown>): Promise<Tried> {
  try {
    const came = await operate();
    subject.traces.push(came);
    const outcome =
      typeof came === "object" && came && "outcome" in came ? came.outcome : "answered";
    return { verdict: String(outcome) };
  } catch (error) {
    subject.traces.push(inspect(error, { depth: 10, showHidden: true }));
    if (!(error instanceof ToolError)) return { verdict: `broke: ${inspect(error)}` };
    return { verdict: error.fault, error };
  }
}

export async function act(
  { tool, example, mail }: Subject,
  http: Http,
  action: string,
  input: FieldValues,
  contact: Contact = ADA,
): Promise<unknown> {
  return tool.actions[action]?.run({
    http,
    mail,
    credentials: example.credentials,
    input,
    contact,
    occasion: OCCASION,
    lastSuccess: async () => undefined,
  });
}

/** The input of an action: what the example says, and the first of each live choice. */
export async function inputOf(subject: Subject, action: string): Promise<FieldValues> {
  const { tool, example } = subject;
  const fields = tool.actions[action]?.fields ?? {};
  const given: FieldValues = { ...example.input?.[action] };
  for (const [name, { choices }] of Object.entries(schemaFields(fields)))
    if (typeof choices === "string" && !given[name]) {
      const offered = await tool.choices?.[choices]?.({ http: subject.door(), chosen: {} });
      given[name] = offered?.[0]?.value ?? "";
    }
  return schemaOf(fields, "pl").parse(given);
}

const schemaFields = (fields: Tool["credentials"]): Record<string, { choices?: unknown }> => fields;
