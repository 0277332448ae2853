import { z } from "zod";
import type { ToolFault } from "../tool";
import { ours } from "../words";

/** Texts, on some endpoints in lists of their own; there are no codes. */
export const problem = z.object({ errors: z.array(z.unknown()) });

export function wordsOf({ errors }: z.output<typeof problem>): string | undefined {
  return errors.flat().map(String).join(" ") || undefined;
}

/** The window in which requests are counted. */
const WINDOW_SECONDS = 60;

export function faults({ status, json }: { status: number; json: unknown }): ToolFault | undefined {
  // Said in plain text and without a header.
  if (status === 429) return { retryAfter: WINDOW_SECONDS };
  if (status === 401) return { words: keyWords };
  const parsed = problem.safeParse(json);
  return parsed.success ? { words: wordsOf(parsed.data) } : undefined;
}

const keyWords = ours({
  pl: "Kit odrzuca ten klucz API. Potrzebny jest klucz V4, a plan konta musi obejmować API.",
  en: "Kit rejects this API key. It takes a V4 key, and the account's plan must include the API.",
});
