import type { z } from "zod";

/** A text in the languages of the panel. */
export type Words = { pl: string; en: string };
export type Choice = { value: string; label: string; note?: string };
/** What a set of fields holds: texts, by field name. */
export type FieldValues = Record<string, string>;

/**
 * One value the merchant gives us. Plain data, so it can travel to the browser: the same object
 * draws the input, validates it on both sides (schema.ts), and says whether it must be hidden.
 */
export type Field<Loader extends string = string> = {
  /**
   * secret: sealed, shown as dots. signing: a secret we make, shown once, which can be rotated.
   * template, longtemplate: text with {{variables}}. flag: "yes" or nothing.
   */
  kind:
    | "text"
    | "secret"
    | "signing"
    | "url"
    | "email"
    | "choice"
    | "template"
    | "longtemplate"
    | "flag";
  label: Words;
  hint?: Words;
  placeholder?: string;
  optional?: true;
  /** Filled in for a new integration or automation. */
  initial?: Words;
  /** Folded away under "Więcej opcji". */
  advanced?: true;
  pattern?: { regex: string; message: Words };
  /** Fixed choices, or the name of one of the tool's `choices` loaders. */
  choices?: readonly { value: string; label: Words; hint?: Words }[] | Loader;
};

export type Fields<Loader extends string = string> = Record<string, Field<Loader>>;

/** What a set of fields yields once validated. */
export type Values<F> = {
  [K in keyof F]: "optional" extends keyof F[K]
    ? string | undefined
    : F[K] extends { kind: "flag" }
      ? string | undefined
      : string;
};

export type Drawing = { paths: readonly { d: string; accent?: true }[] };

/** The tool's API, as credentials open it. Headers and secrets stay on the server and out of every record. */
export type Connection = {
  baseUrl: string;
  headers?: Record<string, string>;
  /** Values that must never stand in a record, besides those of secret fields. */
  secrets?: readonly string[];
};

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
/** Statuses that a call expects, each with the shape of its body; `ok` is any 2xx. */
export type Answers = { ok: z.ZodType } & { [status: number]: z.ZodType };
export type Answer<A extends Answers> = {
  [S in keyof A]: {
    /** "ok", or the expected status that came. */
    as: S;
    status: number;
    body: z.output<A[S]>;
    header(name: string): string | undefined;
  };
}[keyof A];

export type Call<A extends Answers> = {
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON; a string is sent as it stands. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Whatever the answer holds, it is handed over as text, cut where it gets long. Absent: JSON. */
  read?: "text";
  /** Milliseconds; the door's own limit where absent. */
  timeout?: number;
  answers: A;
};

/**
 * The one door out. Knows base URL and credentials; takes relative paths. A status that `answers`
 * does not name, or a body not of its shape, is thrown as ToolError after the tool's own `faults`.
 */
export type Http = {
  <const A extends Answers>(method: Method, path: string, call: Call<A>): Promise<Answer<A>>;
  /** Connects to the base URL, sends nothing and hangs up: for a receiver that acts on any request. */
  reach(): Promise<{ host: string }>;
};

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** The same for every attempt of a run, so that a mailbox can tell a repetition. */
  messageId: string;
};
/**
 * The door for letters. Throws ToolError as the HTTP door does. `accepted: false`: the server takes
 * no letter for this address, now or later; `response` holds its words.
 */
export type SendMail = (mail: Mail) => Promise<{ accepted: boolean; response: string }>;

/** One request with its answer, as kept with an attempt. Secrets are masked before it is made. */
export type Exchange = {
  method: string;
  url: string;
  headers: Record<string, string>;
  sent?: string;
  /** Null: no answer came. */
  status: number | null;
  received: string;
  startedAt: string;
  ms: number;
};

export type Contact = {
  email: string;
  name?: string;
  firstName?: string;
  lastName?: string;
};

/** What the action happens for: facts of the run that a tool may pass on. */
export type Occasion = {
  /** The same for every attempt of a run. */
  runId: string;
  /** From 1. */
  attempt: number;
  store: { id: string; name: string };
  product: { id: string; easycartId?: string; name: string };
  automation: { id: string; name: string; version: number };
  trigger: string;
  dueAt: string;
  isSample: boolean;
  event: { id: string; name: string; receivedAt: string; payload: unknown };
};

/**
 * done: changed. already: it was so. accepted: the tool queued it. refused: this contact may not be
 * added, `words` are the tool's own. Anything else is thrown as ToolError.
 */
export type Outcome = {
  outcome: "done" | "already" | "accepted" | "refused";
  /** The tool's own words, or ours by `ours` of words.ts. */
  words?: string;
  /** The tool's number for what it queued, handed to `confirm`. */
  ticket?: string;
};

export type ActionArgs<V> = {
  http: Http;
  mail: SendMail;
  input: V;
  contact: Contact;
  occasion: Occasion;
  /** Our own latest success of `action` with the same input for this contact, through this integration. */
  lastSuccess(action: string): Promise<Date | undefined>;
};

export type ActionWords = {
  label: Words;
  hint?: Words;
  /** Continues "Gdy klient kupi X, …": "dodamy go do kampanii {campaign}". Braces name fields. */
  sentence: Words;
  /** The verdict of a done run after the customer's name: "jest w kampanii {campaign}". */
  verdict: Words;
};

export type Limits = {
  /** Runs at once through one integration. */
  concurrency: number;
  /** Requests that the tool takes, and from whom: one key (where absent), one host, or all of us together. */
  requests?: { count: number; seconds: number; per?: "host" | "sender" };
  /** Requests that one run makes at most when all goes well; absent: one. */
  perRun?: number;
};

type Spec<
  C extends Fields<never>,
  L extends string,
  A extends Record<string, Fields<NoInfer<L>>>,
> = {
  id: string;
  name: string;
  /** Where the name is a word and no brand. */
  names?: Words;
  /** external: somebody's service. internal: our own means. */
  origin: "external" | "internal";
  summary: Words;
  mark: Drawing;
  /** Numbered steps to find the credentials, shown beside the form. */
  guide: readonly Words[];
  /** Empty: needs no configuration and is used straight in the automation. */
  credentials: C;
  limits: Limits;
  /** Triggers it suits; absent: all. */
  suits?: readonly string[];
  /** Delays before each further attempt, in seconds; absent: RETRY_DELAYS of lib/retry.ts. */
  retryDelays?: readonly number[];
  connect(credentials: Values<C>): Connection;
  /** Whom it tells of events, where that is an address of the merchant's: told twice, it acts twice. */
  address?(credentials: Values<C>): string;
  /** The tool's reading of a status that the call did not expect; undefined: the door's own reading. */
  faults?(answer: { status: number; text: string; json: unknown }): ToolFault | undefined;
  /** Proves that the credentials work and says whose account they open. Must not touch a customer. */
  check(args: { http: Http; credentials: Values<C> }): Promise<{ account: string }>;
  choices?: Record<
    L,
    (args: { http: Http; chosen: Partial<FieldValues> }) => Promise<readonly Choice[]>
  >;
  actions: {
    [K in keyof A]: ActionWords & {
      fields: A[K];
      /** Takes something from the customer, who is spared it once they have access again. */
      takesAway?: true;
      /** Whether doing it twice does no more than once: only then is a lost answer tried again. */
      repeatable: boolean | ((credentials: Values<C>) => boolean);
      run(args: ActionArgs<Values<A[K]>> & { credentials: Values<C> }): Promise<Outcome>;
      /** Reads back whether an accepted action came true; "pending": look again later. */
      confirm?(
        args: ActionArgs<Values<A[K]>> & { credentials: Values<C>; ticket?: string },
      ): Promise<Outcome | "pending">;
      /** Seconds after `accepted` at which to look. */
      confirmAfter?: readonly number[];
    };
  };
};

export type ToolFault = {
  /** Absent: the door's own reading of the status. */
  fault?: "auth" | "config" | "rate_limited" | "unavailable";
  /** The tool's own words, or ours by `ours` of words.ts. */
  words?: string;
  /** Seconds to wait. */
  retryAfter?: number;
  /** The receiver wants no more: the integration is paused until the merchant has been there. */
  pause?: true;
};

export function defineTool<
  const C extends Fields<never>,
  const L extends string,
  const A extends Record<string, Fields<NoInfer<L>>>,
>(tool: Spec<C, L, A>) {
  return tool;
}

/** Any tool, once we no longer know which. Its values were checked by schema.ts before they get here. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where the type of a single tool is forgotten
export type Tool = Spec<any, any, any>;

/** As much of a tool as the door needs to know: also of a receiver that is none. */
export type Caller = Pick<Tool, "id" | "name" | "credentials" | "limits" | "connect" | "faults">;
