import { z } from "zod";
import { answered } from "../answered";
import { emailOf, namesOf } from "../contact";
import type { ActionArgs, Outcome, ToolFault } from "../tool";
import { ours } from "../words";

type Args = ActionArgs<{ group: string }>;
type AddArgs = ActionArgs<{ group: string; resubscribe: string | undefined }>;

const problem = z.object({
  error: z.object({ code: z.coerce.number().nullish(), message: z.string().nullish() }),
});

/** Header missing, and key unknown. */
const WRONG_KEY = [1, 302];

export function faults({ status, json }: { status: number; json: unknown }): ToolFault | undefined {
  const parsed = problem.safeParse(json);
  const { code, message } = parsed.success ? parsed.data.error : {};
  const words = message ?? undefined;
  if (status === 401 || WRONG_KEY.includes(code ?? 0)) return { fault: "auth", words: keyWords };
  if (status === 429) return { words, retryAfter: 60 };
  return { words };
}

export async function add({ http, input, contact }: AddArgs): Promise<Outcome> {
  const { first, last } = namesOf(contact);
  const answer = await http("POST", `${groupPath(input.group)}/subscribers`, {
    body: {
      email: emailOf(contact),
      name: first,
      fields: last && { last_name: last },
      resubscribe: input.resubscribe === "yes",
      autoresponders: true,
    },
    answers: { ok: z.object({ type: z.string().nullish() }), 400: problem, 404: problem },
  });
  if (answer.as === 404) throw groupGone();
  // "Subscriber type is unsubscribed", "Email temporarily blocked", an address that is none.
  if (answer.as === 400)
    return { outcome: "refused", words: answer.body.error.message ?? undefined };
  const isUnconfirmed = answer.body.type === "unconfirmed";
  return { outcome: "done", words: isUnconfirmed ? unconfirmedWords : undefined };
}

export async function remove({ http, input, contact }: Args): Promise<Outcome> {
  const email = encodeURIComponent(emailOf(contact));
  const answer = await http("DELETE", `${groupPath(input.group)}/subscribers/${email}`, {
    answers: { ok: z.unknown(), 404: problem },
  });
  if (answer.as === "ok") return { outcome: "done" };
  // Not found says the same of the person as of the group.
  const group = await http("GET", groupPath(input.group), {
    answers: { ok: z.unknown(), 404: problem },
  });
  if (group.as === 404) throw groupGone();
  return { outcome: "already" };
}

const groupPath = (id: string) => `/groups/${encodeURIComponent(id)}`;

const groupGone = () =>
  answered("config", "MailerLite Classic: the group was not found", { words: groupGoneWords });

const groupGoneWords = ours({
  pl: "Tej grupy nie ma już w MailerLite Classic. Wybierz inną.",
  en: "This group no longer exists in MailerLite Classic. Choose another one.",
});
const unconfirmedWords = ours({
  pl: "Klient jest w grupie, ale nie potwierdził jeszcze zapisu.",
  en: "The customer is in the group but has not confirmed yet.",
});
const keyWords = ours({
  pl: "MailerLite Classic odrzuca ten klucz API. Skopiuj go jeszcze raz z Integrations → Developer API.",
  en: "MailerLite Classic rejects this API key. Copy it once more from Integrations → Developer API.",
});
