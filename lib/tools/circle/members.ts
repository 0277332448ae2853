import { z } from "zod";
import { answered } from "../answered";
import { emailOf, namesOf } from "../contact";
import type { ActionArgs, Outcome } from "../tool";
import { ours } from "../words";
import { missingIn, problem, wordsOf } from "./errors";

type Args = Pick<ActionArgs<unknown>, "http" | "contact">;

const member = z.object({
  id: z.number(),
  active: z.boolean().nullish(),
  accepted_invitation: z.string().nullish(),
});
type Member = z.output<typeof member>;

/** Was a member once: whoever has not accepted yet is inactive too, but never accepted. */
const isDeactivated = ({ active, accepted_invitation }: Member) =>
  active === false && Boolean(accepted_invitation);
const isPending = ({ active, accepted_invitation }: Member) =>
  active === false && !accepted_invitation;

/** The invitation goes out once: a member is looked for first, since a second one may send it again. */
export async function inviteToCommunity(
  args: ActionArgs<{ silent: string | undefined }>,
): Promise<Outcome> {
  const known = await search(args);
  if (known && !isDeactivated(known)) return alreadyIn(known);
  return invite(args, { skip_invitation: args.input.silent === "yes" });
}

/** Invites, and puts into `places` at once. */
export async function invite(args: Args, places: object): Promise<Outcome> {
  const { http, contact } = args;
  const answer = await http("POST", "/community_members", {
    body: { email: emailOf(contact), name: namesOf(contact).full, ...places },
    answers: { ok: z.unknown(), 422: problem },
  });
  if (answer.as === "ok") return { outcome: "done" };
  // Also said of somebody who is in, whom a search can't always see.
  const known = await search(args);
  if (known && !isDeactivated(known)) return alreadyIn(known);
  return { outcome: "refused", words: wordsOf(answer.body) };
}

export async function removeFromCommunity(args: Args): Promise<Outcome> {
  const known = await search(args);
  if (!known || isDeactivated(known)) return { outcome: "already" };
  // This deactivates; Circle's other ways of removing erase what the member wrote.
  const answer = await args.http("DELETE", `/community_members/${known.id}`, {
    answers: { ok: z.unknown(), 404: problem, 422: problem },
  });
  if (answer.as === "ok") return { outcome: "done" };
  if (answer.as === 404) return { outcome: "already" };
  return { outcome: "refused", words: wordsOf(answer.body) };
}

async function search({ http, contact }: Args): Promise<Member | undefined> {
  const answer = await http("GET", "/community_members/search", {
    query: { email: emailOf(contact) },
    answers: { ok: member, 404: problem },
  });
  if (answer.as === "ok") return answer.body;
  if (missingIn(answer.body)) return undefined;
  throw answered("config", "Circle: the search itself was not found", {
    words: wordsOf(answer.body),
  });
}

const alreadyIn = (known: Member): Outcome => ({
  outcome: "already",
  words: isPending(known) ? pendingWords : undefined,
});

const pendingWords = ours({
  pl: "Klient dostał już zaproszenie, ale go jeszcze nie przyjął.",
  en: "The customer has the invitation but has not accepted it yet.",
});
