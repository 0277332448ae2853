import { z } from "zod";
import { now } from "@/lib/clock";
import { answered } from "../answered";
import { emailOf, namesOf } from "../contact";
import type { ActionArgs, Outcome } from "../tool";
import { ours } from "../words";
import { problem, wordsOf } from "./errors";

type Args = ActionArgs<{ tag: string }>;

/** Lists catch up with what was written within five minutes; ids and answers to writes are exact. */
const LAG_MS = 5 * 60 * 1000;
const LOOK_AGAIN_SECONDS = 60;

const subscriber = z.object({ id: z.coerce.string(), state: z.string() });
const anything = z.unknown();

export async function addTag(args: Args): Promise<Outcome> {
  const { http, contact } = args;
  const created = await http("POST", "/subscribers", {
    body: { email_address: emailOf(contact), first_name: namesOf(contact).first },
    answers: { ok: z.object({ subscriber }), 422: problem },
  });
  if (created.as !== "ok") return { outcome: "refused", words: wordsOf(created.body) };
  const { id, state } = created.body.subscriber;
  const tagged = await http("POST", `${subscribersOf(args)}/${id}`, {
    body: {},
    answers: { ok: anything, 404: problem },
  });
  if (tagged.as === 404) throw tagGone();
  // 201: tagged now; 200: had the tag.
  return { outcome: tagged.status === 201 ? "done" : "already", words: stateWords(state) };
}

/**
 * The vendor's document lets a removal by address have no body and names no place for the address;
 * the vendor's own clients send it as a body. So: in the query, then as a body, then by the id.
 */
export async function removeTag(args: Args): Promise<Outcome> {
  const email = { email_address: emailOf(args.contact) };
  for (const place of [{ query: email }, { body: email }]) {
    const answer = await args.http("DELETE", subscribersOf(args), {
      ...place,
      answers: { ok: anything, 404: problem, 422: problem },
    });
    if (answer.as === "ok") return { outcome: "done" };
    if (answer.as === 404) return absent(args);
    const words = wordsOf(answer.body);
    if (!/either subscriber id or email/i.test(words ?? "")) return { outcome: "refused", words };
  }
  return removeById(args);
}

async function removeById(args: Args): Promise<Outcome> {
  const email = emailOf(args.contact);
  const { body } = await args.http("GET", "/subscribers", {
    query: { email_address: email, status: "all" },
    answers: {
      ok: z.object({
        subscribers: z.array(z.object({ id: z.coerce.string(), email_address: z.string() })),
      }),
    },
  });
  const found = body.subscribers.find(
    ({ email_address }) => emailOf({ email: email_address }) === email,
  );
  if (!found) return notListed(args);
  const answer = await args.http("DELETE", `${subscribersOf(args)}/${found.id}`, {
    answers: { ok: anything, 404: problem },
  });
  return answer.as === "ok" ? { outcome: "done" } : absent(args);
}

/** Absence from a list proves nothing soon after our own add. */
async function notListed({ lastSuccess }: Args): Promise<Outcome> {
  const added = await lastSuccess("addTag");
  if (!added || now().getTime() - added.getTime() > LAG_MS) return { outcome: "already" };
  throw answered("unavailable", "Kit may not list our own subscriber yet", {
    retryAfter: LOOK_AGAIN_SECONDS,
  });
}

/** Not found says the same of the tag as of the person. */
async function absent(args: Args): Promise<Outcome> {
  const answer = await args.http("GET", subscribersOf(args), {
    query: { per_page: 1 },
    answers: { ok: anything, 404: problem },
  });
  if (answer.as === 404) throw tagGone();
  return { outcome: "already" };
}

const subscribersOf = ({ input }: Args) => `/tags/${encodeURIComponent(input.tag)}/subscribers`;

const tagGone = () => answered("config", "Kit: the tag was not found", { words: tagGoneWords });

const tagGoneWords = ours({
  pl: "Tego tagu nie ma już w Kit. Wybierz inny.",
  en: "This tag no longer exists in Kit. Choose another one.",
});

/** A tag changes nothing about whether the person gets mail. */
function stateWords(state: string): string | undefined {
  const told = {
    cancelled: { pl: "wypisany", en: "unsubscribed" },
    bounced: { pl: "z niedostarczalnym adresem", en: "bounced" },
    complained: { pl: "po zgłoszeniu spamu", en: "complained" },
    inactive: { pl: "niepotwierdzony", en: "not confirmed" },
  }[state];
  return (
    told &&
    ours({
      pl: `Klient ma tag, ale w Kit jest ${told.pl}, więc nie dostanie wiadomości.`,
      en: `The customer has the tag but is ${told.en} in Kit, so they get no mail.`,
    })
  );
}
