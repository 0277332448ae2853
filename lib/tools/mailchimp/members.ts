import { createHash } from "node:crypto";
import { z } from "zod";
import { answered } from "../answered";
import { emailOf, namesOf } from "../contact";
import type { ActionArgs, Outcome } from "../tool";
import { ours } from "../words";
import { type Problem, problem, wordsOf } from "./errors";

type Args = ActionArgs<{ list: string }>;
type AddArgs = ActionArgs<{
  list: string;
  confirm: string | undefined;
  resubscribe: string | undefined;
}>;

const member = z.object({ status: z.string() });

export async function add(args: AddArgs): Promise<Outcome> {
  const status = await statusOf(args);
  if (status === "subscribed") return { outcome: "already" };
  if (status === "pending") return { outcome: "already", words: pendingWords };
  // Mailchimp would leave him as he is and still answer 200.
  if (status === "cleaned") return { outcome: "refused", words: cleanedWords };
  if (status === "unsubscribed")
    return args.input.resubscribe
      ? put(args, "pending", "set")
      : { outcome: "refused", words: optedOutWords };
  const wanted = (await asksForConfirmation(args)) ? "pending" : "subscribed";
  // Archived, or known only as a buyer: a status for new members would change nothing.
  return put(args, wanted, status ? "set" : "if new");
}

async function put(args: AddArgs, status: string, when: "if new" | "set"): Promise<Outcome> {
  const { first, last } = namesOf(args.contact);
  const names = { ...(first && { FNAME: first }), ...(last && { LNAME: last }) };
  const answer = await args.http("PUT", memberPath(args), {
    // Fields that the list demands of a form are not ours to fill in.
    query: { skip_merge_validation: "true" },
    body: {
      email_address: emailOf(args.contact),
      // Always: the vendor's document demands it.
      status_if_new: status,
      ...(when === "set" && { status }),
      merge_fields: names,
    },
    answers: { ok: member, 400: problem, 404: problem },
  });
  if (answer.as === 404) throw listGone();
  if (answer.as === 400) return notAdded(answer.body);
  switch (answer.body.status) {
    case "subscribed":
      return { outcome: "done" };
    case "pending":
      return { outcome: "done", words: pendingWords };
    case "archived":
    case "transactional":
      // Became so since we looked.
      if (when === "if new") return put(args, status, "set");
  }
  return { outcome: "refused", words: optedOutWords };
}

function notAdded(body: Problem): Outcome {
  const text = wordsOf(body) ?? "";
  if (/already a list member/i.test(text)) return { outcome: "already" };
  const aboutList = (body.errors?.length ?? 0) > 0 || /could not be validated/i.test(text);
  if (!aboutList) return { outcome: "refused", words: text };
  throw answered("config", "Mailchimp: the list does not take these data", { words: text });
}

export async function remove(args: Args): Promise<Outcome> {
  const answer = await args.http("DELETE", memberPath(args), {
    answers: { ok: z.unknown(), 404: problem, 405: problem },
  });
  if (answer.as === "ok") return { outcome: "done" };
  if (answer.as === 404) {
    await list(args);
    return { outcome: "already" };
  }
  const status = await statusOf(args);
  const gone = status === undefined || status === "archived";
  return { outcome: "already", words: gone ? undefined : getsNoMailWords };
}

/** The status in the list; undefined where the person, or the list, is not known. */
async function statusOf(args: Args): Promise<string | undefined> {
  const answer = await args.http("GET", memberPath(args), {
    query: { fields: "status" },
    answers: { ok: member, 404: problem },
  });
  return answer.as === "ok" ? answer.body.status : undefined;
}

async function asksForConfirmation(args: AddArgs): Promise<boolean> {
  const { double_optin } = await list(args);
  return double_optin === true || args.input.confirm === "yes";
}

async function list({ http, input }: Args) {
  const answer = await http("GET", listPath(input.list), {
    query: { fields: "id,double_optin" },
    answers: {
      ok: z.object({ id: z.string(), double_optin: z.boolean().nullish() }),
      404: problem,
    },
  });
  if (answer.as === 404) throw listGone();
  return answer.body;
}

const listPath = (id: string) => `/lists/${encodeURIComponent(id)}`;

/** The member's id is a hash of the address. */
function memberPath({ input, contact }: Args): string {
  const hash = createHash("md5").update(emailOf(contact)).digest("hex");
  return `${listPath(input.list)}/members/${hash}`;
}

const listGone = () =>
  answered("config", "Mailchimp: the list was not found", { words: goneWords });

const goneWords = ours({
  pl: "Tej listy nie ma już w Mailchimp. Wybierz inną.",
  en: "This list no longer exists in Mailchimp. Choose another one.",
});
const pendingWords = ours({
  pl: "Mailchimp wysłał klientowi prośbę o potwierdzenie zapisu.",
  en: "Mailchimp sent the customer a request to confirm.",
});
const cleanedWords = ours({
  pl: "Mailchimp ma ten adres za niedostarczalny.",
  en: "Mailchimp holds this address to be undeliverable.",
});
const optedOutWords = ours({
  pl: "Klient jest wypisany z tej listy, więc go nie zapisaliśmy.",
  en: "The customer is unsubscribed from this list, so we did not add them.",
});
const getsNoMailWords = ours({
  pl: "Klienta nie da się usunąć, bo nie potwierdził zapisu albo jego adres jest niedostarczalny. Wiadomości nie dostaje.",
  en: "The customer can't be removed, since they did not confirm or their address is undeliverable. They get no mail.",
});
