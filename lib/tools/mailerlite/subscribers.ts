import { z } from "zod";
import { answered } from "../answered";
import { emailOf, namesOf } from "../contact";
import type { ActionArgs, Outcome } from "../tool";
import { ours } from "../words";
import { type Problem, problem, wordsOf } from "./errors";

type Args = ActionArgs<{ group: string }>;

const group = z.object({ id: z.string() });
const subscriber = z.object({
  data: z.object({ id: z.string(), status: z.string(), groups: z.array(group).nullish() }),
});
type Subscriber = z.output<typeof subscriber>["data"];

export async function add(args: Args): Promise<Outcome> {
  const { http, input, contact } = args;
  const known = await find(args);
  if (known && isIn(known, input.group) && ["active", "unconfirmed"].includes(known.status))
    return { outcome: "already", words: unconfirmed(known) };
  const { first, last } = namesOf(contact);
  // No status: it would bring old addresses back, which the API does not allow anyway.
  const answer = await http("POST", "/subscribers", {
    body: {
      email: emailOf(contact),
      groups: [input.group],
      fields: { name: first, last_name: last },
    },
    answers: { ok: subscriber, 422: problem },
  });
  if (answer.as === 422) return notAdded(answer.body);
  return { outcome: "done", words: unconfirmed(answer.body.data) };
}

export async function remove(args: Args): Promise<Outcome> {
  const { http, input } = args;
  const known = await find(args);
  if (!known || !isIn(known, input.group)) return { outcome: "already" };
  const path = `/subscribers/${encodeURIComponent(known.id)}/groups/${encodeURIComponent(input.group)}`;
  const answer = await http("DELETE", path, { answers: { ok: z.unknown(), 404: problem } });
  return { outcome: answer.as === "ok" ? "done" : "already" };
}

async function find({ http, contact }: Args): Promise<Subscriber | undefined> {
  const answer = await http("GET", `/subscribers/${encodeURIComponent(emailOf(contact))}`, {
    answers: { ok: subscriber, 404: problem },
  });
  return answer.as === "ok" ? answer.body.data : undefined;
}

const isIn = ({ groups }: Subscriber, id: string) =>
  (groups ?? []).some((candidate) => candidate.id === id);

function notAdded(body: Problem): Outcome {
  const words = wordsOf(body);
  const fields = Object.keys(body.errors ?? {});
  if (fields.some((field) => /^groups(\.|$)/.test(field)))
    throw answered("config", "MailerLite: the group is not valid", { words: groupGoneWords });
  // A contact that left, bounced, complained, or has no real address.
  if (fields.length === 0 || fields.includes("email")) return { outcome: "refused", words };
  throw answered("config", "MailerLite: the data are not valid", { words });
}

function unconfirmed({ status }: Subscriber): string | undefined {
  return status === "unconfirmed" ? unconfirmedWords : undefined;
}

const unconfirmedWords = ours({
  pl: "Klient jest w grupie, ale nie potwierdził jeszcze zapisu.",
  en: "The customer is in the group but has not confirmed yet.",
});
const groupGoneWords = ours({
  pl: "Tej grupy nie ma już w MailerLite. Wybierz inną.",
  en: "This group no longer exists in MailerLite. Choose another one.",
});
