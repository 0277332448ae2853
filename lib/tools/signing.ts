import { randomBytes } from "node:crypto";
import type { Fields, FieldValues } from "./tool";

// The value of a signing field: "whsec_new", or for a while after a rotation
// "whsec_new whsec_old@2026-11-25T10:00:00.000Z", the instant at which the old one ends.

/** Receivers get a day to learn the new secret. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;

/** 256 bits, written as Standard Webhooks does. */
const newSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** `values` with a new secret in every signing field that holds none. */
export function withSigningSecrets(fields: Fields, values: FieldValues): FieldValues {
  const made = Object.entries(fields)
    .filter(([name, { kind }]) => kind === "signing" && !values[name])
    .map(([name]) => [name, newSecret()]);
  return { ...values, ...Object.fromEntries(made) };
}

/** A new secret beside the one so far, which stays in force for a day. An older one ends now. */
export function rotateSigningSecret(value: string, at: Date): string {
  const until = new Date(at.getTime() + OVERLAP_MS);
  return `${newSecret()} ${currentSigningSecret(value)}@${until.toISOString()}`;
}

/** The newest: the one to show and to copy to the receiver. */
export function currentSigningSecret(value: string): string {
  return parse(value)[0]?.secret ?? "";
}

/** Those that sign at an instant, the newest first. */
export function signingSecretsAt(value: string, at: Date): string[] {
  return parse(value)
    .filter(({ until }) => !until || at < until)
    .map(({ secret }) => secret);
}

/** Those that ever signed and still stand in the value. */
export const everySigningSecret = (value: string) => parse(value).map(({ secret }) => secret);

function parse(value: string): { secret: string; until?: Date }[] {
  return value
    .split(" ")
    .filter(Boolean)
    .map((part) => {
      const [secret = "", until] = part.split("@");
      return { secret, until: until ? new Date(until) : undefined };
    });
}
