import "server-only";
import type { z } from "zod";
import { UserError } from "@/lib/errors";
import type { signUpInput } from "./input";
import { isOperator } from "./operator";
import { hashPassword } from "./password";
import { insertOwner, noteTry } from "./sign-in-queries";

type Circumstances = { address: string; locale: "pl" | "en" };

/** Throws UserError when the e-mail is somebody's, or when too many accounts come from one address. */
export async function createOwner(
  { password, ...owner }: z.output<typeof signUpInput>,
  { address, locale }: Circumstances,
): Promise<{ storeId: string; userId: string }> {
  const { wait } = await noteTry([{ counted: "signUp", key: `sign-up:${address}` }]);
  if (wait > 0) throw new UserError("tooManySignUps", { minutes: Math.ceil(wait / 60) });
  // Nothing shows that the address is theirs, and whoever has it may see more than a store.
  if (isOperator(owner.email)) throw new UserError("emailTaken", {}, "email");
  return insertOwner({ ...owner, passwordHash: await hashPassword(password), locale });
}
