import { z } from "zod";
import { answered } from "../answered";
import { emailOf, namesOf } from "../contact";
import type { ActionArgs, Outcome } from "../tool";
import { ours } from "../words";
import { problem, wordsOf } from "./errors";

type AddArgs = ActionArgs<{ list: string; resubscribe: string | undefined }>;
type RemoveArgs = ActionArgs<{ list: string }>;

const UNCONFIRMED = "0";
const ACTIVE = "1";
const UNSUBSCRIBED = "2";
const BOUNCED = "3";
/** The mark of somebody brought back after unsubscribing. */
const BROUGHT_BACK = 4;
/** How far their note of our own unsubscribing may stand from ours. */
const SAME_MOMENT_MS = 2 * 60 * 1000;

const id = z.coerce.string();
const membership = z.object({ list: id, status: id, udate: z.string().nullish() });
type Membership = z.output<typeof membership>;

export async function add(args: AddArgs): Promise<Outcome> {
  const { http, contact } = args;
  const { first, last } = namesOf(contact);
  const synced = await http("POST", "/contact/sync", {
    body: { contact: { email: emailOf(contact), firstName: first, lastName: last } },
    answers: { ok: z.object({ contact: z.object({ id }) }), 400: problem, 422: problem },
  });
  if (synced.as !== "ok") return { outcome: "refused", words: wordsOf(synced.body) };
  const contactId = synced.body.contact.id;
  // Just created: on no list yet.
  const row = synced.status === 201 ? undefined : await membershipOf(args, contactId);
  const standing = row && (await standingOf(args, row));
  if (standing) return standing;
  await subscribe(args, contactId, ACTIVE, row?.status === UNSUBSCRIBED ? BROUGHT_BACK : undefined);
  return { outcome: "done" };
}

/** What stands in the way of subscribing, or makes it needless. */
async function standingOf(args: AddArgs, row: Membership): Promise<Outcome | undefined> {
  if (row.status === ACTIVE) return { outcome: "already" };
  if (row.status === UNCONFIRMED) return { outcome: "already", words: unconfirmedWords };
  if (row.status === BOUNCED) return { outcome: "refused", words: bouncedWords };
  if (row.status !== UNSUBSCRIBED || args.input.resubscribe) return undefined;
  return (await unsubscribedByUs(args, row))
    ? undefined
    : { outcome: "refused", words: optedOutWords };
}

/** Removing is unsubscribing here: who left because we removed him did not object to anything. */
async function unsubscribedByUs({ lastSuccess }: AddArgs, { udate }: Membership): Promise<boolean> {
  const removed = await lastSuccess("remove");
  const changed = Date.parse(udate ?? "");
  return removed !== undefined && Math.abs(changed - removed.getTime()) < SAME_MOMENT_MS;
}

export async function remove(args: RemoveArgs): Promise<Outcome> {
  const { http, contact } = args;
  const email = emailOf(contact);
  const { body } = await http("GET", "/contacts", {
    query: { email },
    answers: { ok: z.object({ contacts: z.array(z.object({ id, email: z.string() })) }) },
  });
  const found = body.contacts.find((candidate) => emailOf(candidate) === email);
  const row = found && (await membershipOf(args, found.id));
  // Unsubscribing who never was on the list would bar him from it.
  if (!found || !row || ![ACTIVE, UNCONFIRMED].includes(row.status)) return { outcome: "already" };
  await subscribe(args, found.id, UNSUBSCRIBED);
  return { outcome: "done" };
}

async function membershipOf(
  { http, input }: RemoveArgs,
  contactId: string,
): Promise<Membership | undefined> {
  const answer = await http("GET", `/contacts/${encodeURIComponent(contactId)}/contactLists`, {
    answers: { ok: z.object({ contactLists: z.array(membership) }), 404: problem },
  });
  if (answer.as === 404) return undefined;
  return answer.body.contactLists.find(({ list }) => list === input.list);
}

async function subscribe(
  { http, input }: RemoveArgs,
  contact: string,
  status: string,
  sourceid?: number,
): Promise<void> {
  const answer = await http("POST", "/contactLists", {
    body: { contactList: { list: input.list, contact, status, sourceid } },
    answers: { ok: z.unknown(), 400: problem, 404: problem, 422: problem },
  });
  if (answer.as === "ok") return;
  const words = wordsOf(answer.body) ?? listGoneWords;
  throw answered("config", `ActiveCampaign: the list was answered with ${answer.as}`, { words });
}

const unconfirmedWords = ours({
  pl: "Klient jest na liście, ale nie potwierdził jeszcze zapisu.",
  en: "The customer is on the list but has not confirmed yet.",
});
const bouncedWords = ours({
  pl: "ActiveCampaign ma ten adres za niedostarczalny.",
  en: "ActiveCampaign holds this address to be undeliverable.",
});
const optedOutWords = ours({
  pl: "Klient sam wypisał się z tej listy, więc go nie zapisaliśmy.",
  en: "The customer unsubscribed from this list, so we did not add them.",
});
const listGoneWords = ours({
  pl: "Tej listy nie ma już w ActiveCampaign. Wybierz inną.",
  en: "This list no longer exists in ActiveCampaign. Choose another one.",
});
