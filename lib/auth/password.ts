import { hash, verify } from "@node-rs/argon2";

/** argon2id with the library's parameters: 19 MiB and two passes, some 50 ms. */
export const hashPassword = (password: string) => hash(password);

let dummy: Promise<string> | undefined;

/** Takes as long for somebody unknown (`stored` undefined) as for a wrong password. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  dummy ??= hashPassword("nobody signs in with this");
  const fits = await verify(stored ?? (await dummy), password);
  return stored !== undefined && fits;
}
