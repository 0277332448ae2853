import { z } from "zod";

/** Which credentials a tool accepts; `onlyListed` refuses every key that was not added. */
export type Keys = { added: Record<string, string>; revoked: string[]; onlyListed: boolean };

export const keysControl = z.strictObject({
  /** A key alone, or with the account it opens: a second account of the same tool. */
  add: z
    .array(z.union([z.string(), z.strictObject({ key: z.string(), account: z.string().min(1) })]))
    .optional(),
  revoke: z.array(z.string()).optional(),
  restore: z.array(z.string()).optional(),
  onlyListed: z.boolean().optional(),
});

export function noKeys(): Keys {
  return { added: {}, revoked: [], onlyListed: false };
}

/** Anything shaped like this tool's key works, so that a demo needs no real one… */
export function isAccepted(keys: Keys, key: string, wellFormed: boolean, refused: RegExp): boolean {
  if (keys.revoked.includes(key)) return false;
  if (key in keys.added) return true;
  // …except words that a person types to see what a wrong key does.
  return !keys.onlyListed && wellFormed && !refused.test(key);
}

export function changeKeys(keys: Keys, change: z.output<typeof keysControl>): void {
  for (const entry of change.add ?? []) {
    const { key, account } = typeof entry === "string" ? { key: entry, account: "" } : entry;
    keys.added[key] = account;
    keys.revoked = keys.revoked.filter((revoked) => revoked !== key);
  }
  keys.revoked = keys.revoked.filter((key) => !change.restore?.includes(key));
  keys.revoked.push(...(change.revoke ?? []));
  keys.onlyListed = change.onlyListed ?? keys.onlyListed;
}
