import "server-only";
import type { z } from "zod";
import { isOperator } from "@/lib/auth/operator";
import { hashPassword } from "@/lib/auth/password";
import { checkPerson } from "@/lib/auth/sign-in";
import { db } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { NotFoundError, UserError } from "@/lib/errors";
import { fieldsOf } from "@/lib/input";
import { type joinInput, newcomerInput } from "./input";
import { hashOf } from "./invite";
import { acceptInvitation, findInvitation, insertPerson } from "./join-queries";

type Joined = { storeId: string; userId: string };

/** Accepts an invitation: with the password of the account there is, or with a new account. */
export async function join(
  { token, ...person }: z.output<typeof joinInput>,
  { address, locale }: { address: string; locale: "pl" | "en" },
): Promise<Joined> {
  const tokenHash = hashOf(token);
  const found = await findInvitation(tokenHash);
  if (!found) throw new UserError("invitationGone");
  // Whoever invites may follow the link as well, which then shows nothing of whose address it is.
  if (!found.userId && isOperator(found.email)) throw new UserError("emailTaken");
  // Both take their time, so they come before the transaction.
  const known = found.userId ? await proven(found.email, person.password, address) : null;
  const made = known ? null : await newcomer({ token, ...person });
  return await db().transaction(async (tx) => {
    const invitation = await findInvitation(tokenHash, tx);
    if (!invitation) throw new UserError("invitationGone");
    const { email, store } = invitation;
    const userId = known ?? (made && (await insertPerson(tx, { email, locale, ...made })));
    if (!userId) throw new NotFoundError();
    await acceptInvitation(tx, invitation, userId);
    await recordDeed(tx, store.id, { userId, what: "person_joined" });
    return { storeId: store.id, userId };
  });
}

async function proven(email: string, password: string, address: string): Promise<string> {
  const answer = await checkPerson({ email, password }, address);
  if (answer === "refused") throw new UserError("wrongPassword", {}, "password");
  if ("wait" in answer)
    throw new UserError("tooManyTries", { minutes: Math.ceil(answer.wait / 60) });
  return answer.userId;
}

async function newcomer(given: z.output<typeof joinInput>) {
  const input = newcomerInput.safeParse(given);
  if (!input.success) {
    const [field = "name"] = Object.keys(fieldsOf(input.error));
    throw new UserError(field === "password" ? "passwordTooShort" : "nameNeeded", {}, field);
  }
  const { name, password } = input.data;
  return { name, passwordHash: await hashPassword(password) };
}
