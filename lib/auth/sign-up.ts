import "server-only";
import type { z } from "zod";
import { UserError } from "@/lib/errors";
import type { signUpInput } from "./input";
import { isOperator } from "./operator";
import { hashPassword } from "./password";
import { checkPerson } from "./sign-in";
import { findForSignIn, insertOwner, insertStoreOf, noteTry } from "./sign-in-queries";

type Circumstances = { address: string; locale: "pl" | "en" };

/** Throws UserError when the e-mail is that of somebody who has a store, or when too many accounts come from one address. */
export async function createOwner(
  { password, ...owner }: z.output<typeof signUpInput>,
  { address, locale }: Circumstances,
): Promise<{ storeId: string; userId: string }> {
  const { wait } = await noteTry([{ counted: "signUp", key: `sign-up:${address}` }]);
  if (wait > 0) throw new UserError("tooManySignUps", { minutes: Math.ceil(wait / 60) });
  // Nothing shows that the address is theirs, and whoever has it may see more than a store.
  if (isOperator(owner.email)) throw new UserError("emailTaken", {}, "email");
  const known = await findForSignIn(owner.email);
  if (known?.storeId === null)
    return await beginAnew({ email: owner.email, password }, owner.store, { address, locale });
  return insertOwner({ ...owner, passwordHash: await hashPassword(password), locale });
}

/** Whoever was removed from all stores has their account still, and opens a store with its password. */
async function beginAnew(
  person: { email: string; password: string },
  store: string,
  { address, locale }: Circumstances,
): Promise<{ storeId: string; userId: string }> {
  const answer = await checkPerson(person, address);
  if (answer === "refused") throw new UserError("wrongPassword", {}, "password");
  if ("wait" in answer)
    throw new UserError("tooManyTries", { minutes: Math.ceil(answer.wait / 60) });
  return await insertStoreOf(answer.userId, { name: store, locale });
}
