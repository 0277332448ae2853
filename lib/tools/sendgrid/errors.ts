import { z } from "zod";
import type { ToolFault } from "../tool";
import { ours } from "../words";

export const problem = z.object({
  errors: z.array(z.object({ message: z.string().nullish(), field: z.string().nullish() })),
});
export type Problem = z.output<typeof problem>;

export function wordsOf({ errors }: Problem): string | undefined {
  return (
    errors
      .map(({ message }) => message)
      .filter(Boolean)
      .join(" ") || undefined
  );
}

export function faults({ status, json }: { status: number; json: unknown }): ToolFault | undefined {
  if (status === 451) return { fault: "auth", words: euWords };
  const parsed = problem.safeParse(json);
  const words = parsed.success ? wordsOf(parsed.data) : undefined;
  if (status === 401) return { fault: "auth", words: keyWords };
  if (status === 403 && parsed.success)
    return { fault: "auth", words: /whitelist|ip address/i.test(words ?? "") ? words : scopeWords };
  return { words };
}

const keyWords = ours({
  pl: "SendGrid odrzuca ten klucz API. Klucz jest błędny, usunięty albo z regionu UE, którego Marketing nie obsługuje.",
  en: "SendGrid rejects this API key. It is wrong, deleted, or from the EU region, which Marketing does not serve.",
});
const scopeWords = ours({
  pl: "Klucz działa, ale nie ma uprawnienia Marketing: Full Access. Zmień jego uprawnienia w SendGrid.",
  en: "The key works but lacks the permission Marketing: Full Access. Change its permissions in SendGrid.",
});
const euWords = ours({
  pl: "To klucz z regionu UE. SendGrid Marketing nie działa dla kont w tym regionie.",
  en: "This key is from the EU region. SendGrid Marketing does not work for accounts there.",
});
