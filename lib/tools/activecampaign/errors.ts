import { z } from "zod";
import type { ToolFault } from "../tool";
import { ours } from "../words";

/** The API has three envelopes for errors, none of them said to be for one status only. */
export const problem = z.object({
  message: z.string().optional(),
  errors: z
    .array(z.object({ title: z.string().optional(), detail: z.string().nullish() }))
    .optional(),
});

export function wordsOf({ message, errors = [] }: z.output<typeof problem>): string | undefined {
  const told = errors.map(({ title, detail }) => detail || title).filter(Boolean);
  return told.join(" ") || message;
}

type Answered = { status: number; text: string; json: unknown };

export function faults({ status, text, json }: Answered): ToolFault | undefined {
  const parsed = problem.safeParse(json);
  // A web page: another server than theirs, or an account that is none.
  if (!parsed.success)
    return status === 404 && /^\s*</.test(text)
      ? { fault: "config", words: addressWords }
      : undefined;
  const words = wordsOf(parsed.data);
  // Said with 403 as well as with 404.
  if (/no result found/i.test(words ?? "")) return { fault: "config", words };
  if (status !== 401 && status !== 403) return { words };
  const lacksPermission = /permission/i.test(words ?? "");
  return { fault: "auth", words: lacksPermission ? words : keyWords };
}

export const addressWords = ours({
  pl: "Pod tym adresem nie ma API ActiveCampaign. Skopiuj URL z Ustawienia → Developer.",
  en: "There is no ActiveCampaign API at this address. Copy the URL from Settings → Developer.",
});
const keyWords = ours({
  pl: "ActiveCampaign odrzuca ten klucz API. Klucz należy do użytkownika: gdy go usuniesz, klucz przestaje działać.",
  en: "ActiveCampaign rejects this API key. The key belongs to a user: once the user is deleted, it stops working.",
});
