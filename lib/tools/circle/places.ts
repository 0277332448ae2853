import { z } from "zod";
import { answered } from "../answered";
import { emailOf } from "../contact";
import type { ActionArgs, Outcome } from "../tool";
import { ours } from "../words";
import { missingIn, type Problem, problem, wordsOf } from "./errors";
import { invite } from "./members";

/** Spaces and groups of spaces are entered and left in the same way, under other names. */
type Place = {
  members: string;
  member: string;
  idName: "space_group_id" | "space_id";
  /** The field that an invitation takes to let somebody in at once. */
  invitedTo: "space_group_ids" | "space_ids";
  /** What a 404 calls the place when it is gone. */
  missing: string;
};

export const spaceGroup: Place = {
  members: "/space_group_members",
  member: "/space_group_member",
  idName: "space_group_id",
  invitedTo: "space_group_ids",
  missing: "space group",
};
export const space: Place = {
  members: "/space_members",
  member: "/space_member",
  idName: "space_id",
  invitedTo: "space_ids",
  missing: "space",
};

type Args = Pick<ActionArgs<unknown>, "http" | "contact">;
type Target = { place: Place; id: string };

const told = z.object({ success: z.boolean().nullish(), message: z.string().nullish() });

/** `mayInvite`: somebody outside the community is invited, straight into the place. */
export async function enter(args: Args, target: Target, mayInvite: boolean): Promise<Outcome> {
  const { place, id } = target;
  const answer = await args.http("POST", place.members, {
    body: { email: emailOf(args.contact), [place.idName]: Number(id) },
    answers: { ok: told, 404: problem, 422: problem },
  });
  if (answer.as === "ok") return enteredAs(answer.body);
  if (isOutsider(answer.body)) {
    if (mayInvite) return invite(args, { [place.invitedTo]: [Number(id)] });
    return { outcome: "refused", words: inviteFirstWords };
  }
  if (answer.as === 404) throw goneError(place, answer.body);
  const inside = await isInside(args, target);
  return inside ? { outcome: "already" } : { outcome: "refused", words: wordsOf(answer.body) };
}

export async function leave(args: Args, target: Target): Promise<Outcome> {
  const { place } = target;
  const answer = await args.http("DELETE", place.members, {
    query: queryOf(args, target),
    answers: { ok: told, 404: problem, 422: problem },
  });
  if (answer.as === "ok")
    return answer.body.success === false
      ? { outcome: "refused", words: answer.body.message ?? undefined }
      : { outcome: "done" };
  if (answer.as === 404) {
    if (isOutsider(answer.body) || missingIn(answer.body) === `${place.missing} member`)
      return { outcome: "already" };
    throw goneError(place, answer.body);
  }
  const inside = await isInside(args, target);
  return inside ? { outcome: "refused", words: wordsOf(answer.body) } : { outcome: "already" };
}

async function isInside(args: Args, target: Target): Promise<boolean> {
  const answer = await args.http("GET", target.place.member, {
    query: queryOf(args, target),
    answers: { ok: z.object({ status: z.string().nullish() }), 404: problem },
  });
  return answer.as === "ok" && (answer.body.status ?? "active") === "active";
}

const queryOf = ({ contact }: Args, { place, id }: Target) => ({
  email: emailOf(contact),
  [place.idName]: id,
});

function enteredAs({ success, message }: z.output<typeof told>): Outcome {
  if (success === false) return { outcome: "refused", words: message ?? undefined };
  return { outcome: /already/i.test(message ?? "") ? "already" : "done" };
}

/** Not a member of the community, and so nobody who could enter. */
function isOutsider(body: Problem): boolean {
  const missing = missingIn(body);
  if (missing === "user" || missing === "community member") return true;
  return /not a member of (the )?community/i.test(body.message ?? "");
}

function goneError(place: Place, body: Problem) {
  const words = missingIn(body) === place.missing ? goneWords : wordsOf(body);
  return answered("config", `Circle: the ${place.missing} was not found`, { words });
}

const goneWords = ours({
  pl: "Tego miejsca nie ma już w Circle. Wybierz inne.",
  en: "This place no longer exists in Circle. Choose another one.",
});
const inviteFirstWords = ours({
  pl: "Klient nie należy do społeczności. Najpierw go zaproś, albo włącz w tej automatyzacji zapraszanie.",
  en: "The customer is not in the community. Invite them first, or switch inviting on in this automation.",
});
