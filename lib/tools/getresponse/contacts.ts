import { z } from "zod";
import { now } from "@/lib/clock";
import { answered } from "../answered";
import { emailOf, namesOf } from "../contact";
import type { ActionArgs, Outcome } from "../tool";
import { ours } from "../words";
import {
  ALREADY_ADDED,
  FORBIDDEN_STATE,
  INVALID,
  type Problem,
  problem,
  RELATED_MISSING,
} from "./errors";

type Args = ActionArgs<{ campaign: string }>;

/** Characters the API takes as a name. */
const LONGEST_NAME = 128;
/** An add may be queued for minutes, and is invisible meanwhile. */
const QUEUE_MS = 10 * 60 * 1000;
const LOOK_AGAIN_SECONDS = 60;

export async function add({ http, input, contact }: Args): Promise<Outcome> {
  const answer = await http("POST", "/contacts", {
    body: {
      email: emailOf(contact),
      name: nameOf(contact),
      campaign: { campaignId: input.campaign },
      dayOfCycle: "0",
    },
    answers: { ok: z.unknown(), 400: problem, 409: problem },
  });
  if (answer.as === "ok") return { outcome: "accepted", words: queuedWords };
  if (answer.as === 409) return conflict(answer.body);
  return notAdded(answer.body);
}

/** Whether what was accepted has come true. */
export async function confirmAdded(args: Args): Promise<Outcome | "pending"> {
  const found = await find(args);
  return found.length > 0 ? { outcome: "done" } : "pending";
}

export async function remove(args: Args): Promise<Outcome> {
  const found = await find(args);
  if (found.length === 0) {
    const added = await args.lastSuccess("add");
    if (added && now().getTime() - added.getTime() < QUEUE_MS)
      throw answered("unavailable", "GetResponse may not have processed our own add yet", {
        retryAfter: LOOK_AGAIN_SECONDS,
        words: stillQueuedWords,
      });
    return { outcome: "already" };
  }
  const gone = await Promise.all(
    found.map(({ contactId }) =>
      args.http("DELETE", `/contacts/${encodeURIComponent(contactId)}`, {
        answers: { ok: z.unknown(), 404: z.unknown() },
      }),
    ),
  );
  return { outcome: gone.some(({ as }) => as === "ok") ? "done" : "already" };
}

const contacts = z.array(
  z.object({
    contactId: z.string(),
    email: z.string(),
    campaign: z.object({ campaignId: z.string() }),
  }),
);

/** The contact in this campaign. The query alone may match parts of an address, so we compare ourselves. */
async function find({ http, input, contact }: Args): Promise<z.output<typeof contacts>> {
  const email = emailOf(contact);
  const { body } = await http("GET", "/contacts", {
    query: {
      "query[email]": email,
      "query[campaignId]": input.campaign,
      additionalFlags: "exactMatch",
      fields: "email,campaign",
    },
    answers: { ok: contacts },
  });
  return body.filter(
    (found) => emailOf(found) === email && found.campaign.campaignId === input.campaign,
  );
}

function conflict({ code, message }: Problem): Outcome {
  if (code === undefined || code === ALREADY_ADDED) return { outcome: "already" };
  throw answered("config", `GetResponse: 409 with code ${code}`, { words: message });
}

function notAdded({ code = 0, message, context }: Problem): Outcome {
  const aboutCampaign = /campaign/i.test(JSON.stringify(context ?? ""));
  const refused = code === FORBIDDEN_STATE || (INVALID.includes(code) && !aboutCampaign);
  if (refused) return { outcome: "refused", words: message };
  const words = code === RELATED_MISSING || aboutCampaign ? campaignGoneWords : message;
  throw answered("config", `GetResponse: 400 with code ${code}`, { words });
}

function nameOf(contact: Args["contact"]): string | undefined {
  const { full } = namesOf(contact);
  return full && [...full].slice(0, LONGEST_NAME).join("");
}

const queuedWords = ours({
  pl: "GetResponse przyjął zgłoszenie do kolejki. Jeśli kampania wymaga potwierdzenia, klient pojawi się w niej dopiero po kliknięciu w link z wiadomości.",
  en: "GetResponse queued the request. If the campaign asks for confirmation, the customer appears in it only after following the link in the message.",
});
const stillQueuedWords = ours({
  pl: "Niedawno dodaliśmy tego klienta, a GetResponse jeszcze go nie pokazuje. Poczekamy, aż się pojawi, i wtedy go usuniemy.",
  en: "We added this customer a moment ago and GetResponse does not show them yet. We wait until they appear, then remove them.",
});
const campaignGoneWords = ours({
  pl: "Tej kampanii nie ma już w GetResponse. Wybierz inną.",
  en: "This campaign no longer exists in GetResponse. Choose another one.",
});
