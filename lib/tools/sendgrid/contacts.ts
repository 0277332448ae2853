import { z } from "zod";
import { now } from "@/lib/clock";
import { answered } from "../answered";
import { emailOf, namesOf } from "../contact";
import type { ActionArgs, Outcome } from "../tool";
import { ours } from "../words";
import { problem, wordsOf } from "./errors";

type Args = ActionArgs<{ list: string }>;
type Look = Args & { ticket?: string };

/** Until a contact that was taken in can be found. */
const INDEX_MS = 5 * 60 * 1000;
const LOOK_AGAIN_SECONDS = 60;

const queued = z.object({ job_id: z.string() });

export async function add({ http, input, contact }: Args): Promise<Outcome> {
  const { first, last } = namesOf(contact);
  const answer = await http("PUT", "/marketing/contacts", {
    body: {
      list_ids: [input.list],
      contacts: [{ email: emailOf(contact), first_name: first, last_name: last }],
    },
    answers: { ok: queued, 400: problem, 404: problem },
  });
  if (answer.as === "ok")
    return { outcome: "accepted", ticket: answer.body.job_id, words: queuedWords };
  const aboutList = answer.body.errors.some(({ field, message }) =>
    /list/i.test(`${field} ${message}`),
  );
  if (answer.as === 404 || aboutList)
    throw answered("config", "SendGrid: the list was not found", { words: listGoneWords });
  return { outcome: "refused", words: wordsOf(answer.body) };
}

const job = z.object({
  status: z.string(),
  results: z
    .object({ errored_count: z.number().nullish(), errors_url: z.string().nullish() })
    .nullish(),
});

export async function confirmAdded({ http, ticket }: Look): Promise<Outcome | "pending"> {
  if (!ticket) return "pending";
  const answer = await http("GET", `/marketing/contacts/imports/${encodeURIComponent(ticket)}`, {
    answers: { ok: job, 404: problem },
  });
  if (answer.as === 404 || answer.body.status === "pending") return "pending";
  const { status, results } = answer.body;
  const isIn = status === "completed" && !results?.errored_count;
  return isIn
    ? { outcome: "done" }
    : { outcome: "refused", words: results?.errors_url ?? undefined };
}

export async function remove(args: Args): Promise<Outcome> {
  const { http, input } = args;
  const found = await find(args);
  if (found === "refused") return { outcome: "already" };
  if (!found?.list_ids.includes(input.list)) return notOnList(args);
  const answer = await http("DELETE", `${listPath(input.list)}/contacts`, {
    query: { contact_ids: found.id },
    answers: { ok: queued, 404: problem },
  });
  // The list was there a moment ago, so it is the contact that has gone.
  if (answer.as === 404) return { outcome: "already" };
  return { outcome: "accepted", ticket: answer.body.job_id, words: queuedWords };
}

export async function confirmRemoved(args: Look): Promise<Outcome | "pending"> {
  const found = await find(args);
  const isIn = found && found !== "refused" && found.list_ids.includes(args.input.list);
  return isIn ? "pending" : { outcome: "done" };
}

/** Our own add may not be searchable yet: absence proves nothing then. */
async function notOnList({ lastSuccess }: Args): Promise<Outcome> {
  const added = await lastSuccess("add");
  if (!added || now().getTime() - added.getTime() > INDEX_MS) return { outcome: "already" };
  throw answered("unavailable", "SendGrid may not have processed our own add yet", {
    retryAfter: LOOK_AGAIN_SECONDS,
    words: stillQueuedWords,
  });
}

const searched = z.object({
  result: z.record(
    z.string(),
    z.object({
      contact: z.object({ id: z.string(), list_ids: z.array(z.string()).nullish() }).nullish(),
    }),
  ),
});

/** "refused": the address is none, so it can be on no list. */
async function find({ http, contact }: Args) {
  const email = emailOf(contact);
  const answer = await http("POST", "/marketing/contacts/search/emails", {
    body: { emails: [email] },
    answers: { ok: searched, 400: problem, 404: problem },
  });
  if (answer.as === 400) return "refused";
  if (answer.as === 404) return undefined;
  const known = answer.body.result[email]?.contact;
  return known ? { id: known.id, list_ids: known.list_ids ?? [] } : undefined;
}

const listPath = (id: string) => `/marketing/lists/${encodeURIComponent(id)}`;

const queuedWords = ours({
  pl: "SendGrid przyjął zgłoszenie do kolejki i wykona je w ciągu kilku minut.",
  en: "SendGrid queued the request and carries it out within a few minutes.",
});
const stillQueuedWords = ours({
  pl: "Niedawno dodaliśmy tego klienta, a SendGrid jeszcze go nie pokazuje. Poczekamy, aż się pojawi, i wtedy go usuniemy.",
  en: "We added this customer a moment ago and SendGrid does not show them yet. We wait until they appear, then remove them.",
});
const listGoneWords = ours({
  pl: "Tej listy nie ma już w SendGrid. Wybierz inną.",
  en: "This list no longer exists in SendGrid. Choose another one.",
});
