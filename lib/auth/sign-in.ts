import "server-only";
import { signInInput } from "./input";
import { passwordFits } from "./password";
import { findForSignIn, forgetTries, noteTry } from "./sign-in-queries";

/** `wait`: seconds until another try is taken. */
export type SignedIn = { userId: string; storeId: string } | { wait: number } | "refused";

/** Whose e-mail and password these are. Doesn't tell an unknown e-mail from a wrong password, nor by time. */
export async function checkPassword(raw: unknown, address: string): Promise<SignedIn> {
  const person = await checkPerson(raw, address);
  if (person === "refused" || "wait" in person) return person;
  const { userId, storeId } = person;
  return storeId === null ? "refused" : { userId, storeId };
}

type Known = { userId: string; storeId: string | null } | Exclude<SignedIn, { userId: string }>;

/** The same for whoever may belong to no store. */
export async function checkPerson(raw: unknown, address: string): Promise<Known> {
  const input = signInInput.safeParse(raw);
  if (!input.success) return "refused";
  const { email, password } = input.data;
  const emailKey = `email:${email}`;
  const noted = await noteTry([
    { counted: "email", key: emailKey },
    { counted: "address", key: `address:${address}` },
  ]);
  if (noted.wait > 0) return { wait: noted.wait };
  const found = await findForSignIn(email);
  if (!(await passwordFits(password, found?.passwordHash)) || !found) return "refused";
  await forgetTries(emailKey, noted.ids);
  return { userId: found.userId, storeId: found.storeId };
}
