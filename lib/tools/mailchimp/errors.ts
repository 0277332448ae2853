import { z } from "zod";
import type { ToolFault } from "../tool";
import { ours } from "../words";

/** RFC 7807; titles may be in the account's language. */
export const problem = z.object({
  title: z.string().nullish(),
  detail: z.string().nullish(),
  errors: z
    .array(z.object({ field: z.string().nullish(), message: z.string().nullish() }))
    .nullish(),
});
export type Problem = z.output<typeof problem>;

export function wordsOf({ title, detail, errors }: Problem): string | undefined {
  const fields = (errors ?? []).map(({ field, message }) =>
    [field, message].filter(Boolean).join(": "),
  );
  return [detail || title, ...fields].filter(Boolean).join(" ") || undefined;
}

export function faults({ status, json }: { status: number; json: unknown }): ToolFault | undefined {
  const parsed = problem.safeParse(json);
  // Without a word it is the front that throttles, not a missing permission.
  if (!parsed.success) return status === 403 ? { fault: "rate_limited" } : undefined;
  return { words: status === 401 ? keyWords : wordsOf(parsed.data) };
}

const keyWords = ours({
  pl: "Mailchimp odrzuca ten klucz API. Skopiuj go w całości, razem z końcówką, na przykład -us19.",
  en: "Mailchimp rejects this API key. Copy all of it, with its ending, for example -us19.",
});
