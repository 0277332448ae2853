import type { z } from "zod";
import type { Answer, Call } from "./call";
import type { Limit, Usage } from "./rate-limit";
import type { Route } from "./routing";

/** Changes an account from the control door; parses its own input and returns what a test needs back. */
export type Command<Account> = (account: Account, raw: unknown, now: number) => unknown;

export function command<Account, Schema extends z.ZodType>(
  schema: Schema,
  apply: (account: Account, input: z.output<Schema>, now: number) => unknown,
): Command<Account> {
  return (account, raw, now) => apply(account, schema.parse(raw), now) ?? {};
}

/**
 * One tool, as its API looks from outside. The account is a plain object that can be written as
 * JSON; everything else here is behaviour. `core/running.ts` gives it keys, limits and faults.
 */
export type EmulatorSpec<Account, Switches> = {
  id: string;
  title: string;
  serves: (host: string) => boolean;
  /** Path before every route, such as `/v3`. */
  base: string;
  accounts: string[];
  seed: (account: string) => Account;
  /** The account a call means, or the answer when there is none such. */
  accountOf: (call: Call) => string | Answer;
  credential?: {
    read: (call: Call) => string | undefined;
    wellFormed: (key: string, call: Call) => boolean;
    /** Keys refused though well-formed; default: whatever contains `bad` or `zly`. */
    refused?: RegExp;
    wrong: (reason: "missing" | "wrong", call: Call) => Answer;
  };
  limits: {
    per: "account" | "key" | "tool";
    /** All of them hold; the first one feeds the headers. The name keeps counters apart. */
    windows: (call: Call) => (Limit & { name: string })[];
    concurrent?: number;
    headers?: (usage: Usage) => Record<string, string>;
    throttled: (usage: Usage, reason: "window" | "concurrent", call: Call) => Answer;
  };
  /** Headers on every reply that does not set them itself. */
  replyHeaders?: () => Record<string, string>;
  switches: z.ZodType<Switches>;
  /** Sees every call on arrival, also one whose answer a fault replaces. */
  observe?: (account: Account, call: Call) => void;
  /** Applies queued work that is due. */
  settle?: (account: Account, now: number, switches: Switches) => void;
  routes: Route<Account, Switches>[];
  notFound: (call: Call, allowed: string[]) => Answer;
  /** The vendor's own errors that no state of ours brings about, for faults of kind "documented". */
  documented?: Record<string, (call: Call) => Answer>;
  /** Every value is a list, so that several accounts can be shown as one. */
  view: (account: Account) => Record<string, object[]>;
  commands: {
    addList?: Command<Account>;
    removeList?: Command<Account>;
    setAddress?: Command<Account>;
  };
};

export function isAnswer(value: string | Answer): value is Answer {
  return typeof value !== "string";
}
