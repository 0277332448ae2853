import "server-only";
import { noteTry, triesWait } from "@/lib/auth/sign-in-queries";

const tryFrom = (address: string) => ({ counted: "code" as const, key: `code:${address}` });

/** Seconds for which an address that named many codes there are not is told nothing; 0: none. */
export const guessWait = (address: string): Promise<number> => triesWait(tryFrom(address));

/** Notes that an address named a code there is not. */
export async function noteGuess(address: string): Promise<void> {
  await noteTry([tryFrom(address)]);
}
