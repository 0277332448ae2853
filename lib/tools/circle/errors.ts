import { z } from "zod";
import type { ToolFault } from "../tool";
import { ours } from "../words";

/** `errors` stands in for `message` in some refusals, as a text; `error_details` may be anything. */
export const problem = z.object({
  success: z.boolean().nullish(),
  message: z.string().nullish(),
  errors: z.unknown().optional(),
  error_details: z.unknown().optional(),
});
export type Problem = z.output<typeof problem>;

/** The next day's allowance; nobody says when it comes, so we look every few hours. */
const DAILY_LIMIT_SECONDS = 4 * 3_600;
/** The vendor's advice after a throttle, which names no time itself. */
const THROTTLE_SECONDS = 60;

export function wordsOf({ message, errors }: Problem): string | undefined {
  return typeof errors === "string" ? errors : (message ?? undefined);
}

/** What a 404 misses: "community member", "user", "space", "space group", "space member", "space group member". */
export function missingIn({ message, error_details: details }: Problem): string | undefined {
  const told = z.object({ message: z.string() }).safeParse(details);
  const text = told.success ? told.data.message : (message ?? "");
  return /missing record:\s*(.+?)\s*$/i.exec(text)?.[1]?.toLowerCase();
}

export function faults({ status, json }: { status: number; json: unknown }): ToolFault | undefined {
  const parsed = problem.safeParse(json);
  const words = parsed.success ? wordsOf(parsed.data) : undefined;
  if (status === 429) return { words, retryAfter: THROTTLE_SECONDS };
  if (!parsed.success) return undefined;
  if (status === 401) return { fault: "auth", words: tokenWords };
  if (status !== 403) return { words };
  if (/maximum limit of members/i.test(words ?? "")) return { fault: "config", words };
  if (/daily member limit/i.test(words ?? ""))
    return { fault: "rate_limited", words, retryAfter: DAILY_LIMIT_SECONDS };
  return { fault: "auth", words: /not eligible/i.test(words ?? "") ? planWords : words };
}

const tokenWords = ours({
  pl: "Circle odrzuca ten token. Utwórz nowy: Developers → Tokens, typ „Admin V2”.",
  en: "Circle rejects this token. Create a new one: Developers → Tokens, type “Admin V2”.",
});
const planWords = ours({
  pl: "Ten token nie otwiera Admin API v2. Potrzebny jest token typu „Admin V2” i plan Business lub wyższy.",
  en: "This token does not open Admin API v2. It takes a token of type “Admin V2” and the Business plan or higher.",
});
