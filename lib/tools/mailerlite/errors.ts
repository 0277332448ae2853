import { z } from "zod";
import type { ToolFault } from "../tool";
import { ours } from "../words";

export const problem = z.object({
  message: z.string().nullish(),
  /** By field: `email`, `groups.0`, `fields.name`. */
  errors: z.record(z.string(), z.array(z.string())).nullish(),
});
export type Problem = z.output<typeof problem>;

export function wordsOf({ message, errors }: Problem): string | undefined {
  return (
    Object.values(errors ?? {})
      .flat()
      .join(" ") ||
    (message ?? undefined)
  );
}

export function faults({ status, json }: { status: number; json: unknown }): ToolFault | undefined {
  if (status === 401) return { words: tokenWords };
  const parsed = problem.safeParse(json);
  const words = parsed.success ? wordsOf(parsed.data) : undefined;
  return status === 429 ? { words, retryAfter: 60 } : { words };
}

const tokenWords = ours({
  pl: "MailerLite odrzuca ten token. Token przestaje działać, gdy z konta zniknie osoba, która go utworzyła.",
  en: "MailerLite rejects this token. A token stops working when the person who made it leaves the account.",
});
