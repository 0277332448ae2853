import { z } from "zod";
import type { ToolFault } from "../tool";
import { ours } from "../words";

/** Every error of the API; `code` decides, the HTTP status does not always. */
export const problem = z.object({
  code: z.coerce.number().optional(),
  message: z.string().optional(),
  context: z.unknown().optional(),
});
export type Problem = z.output<typeof problem>;

export const ALREADY_ADDED = 1008;
export const RELATED_MISSING = 1001;
/** Blocked, undeliverable, or removed from the list before. */
export const FORBIDDEN_STATE = 1002;
/** The data of this contact do not pass: validation, format, value, type, length. */
export const INVALID = [1000, 1003, 1005, 1006, 1007];

const WRONG_KEY = [1014, 1021];
const UNKNOWN_DOMAIN = 1024;
const NO_PERMISSION = 1023;
/** For a while, for ever, for our address. */
const BLOCKED = [1016, 1017, 1018];
const TOO_MANY = 1015;
const BROKEN = [1, 1019];

export function faults({ status, json }: { status: number; json: unknown }): ToolFault | undefined {
  const parsed = problem.safeParse(json);
  if (!parsed.success) return undefined;
  const { code = 0, message, context } = parsed.data;
  if (code === UNKNOWN_DOMAIN) return { fault: "auth", words: domainWords };
  if (WRONG_KEY.includes(code) || status === 401) return { fault: "auth", words: keyWords };
  if (code === NO_PERMISSION || BLOCKED.includes(code)) return { fault: "auth", words: message };
  if (code === TOO_MANY || status === 429)
    return { fault: "rate_limited", words: message, retryAfter: secondsToReset(context) };
  if (BROKEN.includes(code)) return { fault: "unavailable", words: message };
  return { words: message };
}

/** `{ timeToReset: "100 seconds" }`; a minute where nothing is said. */
function secondsToReset(context: unknown): number {
  const said = z.object({ timeToReset: z.coerce.string() }).safeParse(context);
  return (said.success && Number.parseInt(said.data.timeToReset, 10)) || 60;
}

const keyWords = ours({
  pl: "GetResponse odrzuca ten klucz API. Klucz, którego nikt nie użył przez 90 dni, wygasa: wygeneruj nowy.",
  en: "GetResponse rejects this API key. A key that nobody used for 90 days expires: generate a new one.",
});
const domainWords = ours({
  pl: "GetResponse MAX nie zna tej domeny. Wpisz ją tak, jak podał Ci ją opiekun konta.",
  en: "GetResponse MAX does not know this domain. Enter it the way your account manager told you.",
});
