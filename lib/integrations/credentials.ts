import { z } from "zod";
import { open, seal } from "@/lib/secrets";
import { currentSigningSecret } from "@/lib/tools/signing";
import type { Fields, FieldValues } from "@/lib/tools/tool";

const kept = z.record(z.string(), z.string());

/** Bound to its row, so that an envelope copied to another integration does not open. */
const ownerOf = (storeId: string, integrationId: string) => `${storeId}:${integrationId}`;

export function sealCredentials(
  storeId: string,
  integrationId: string,
  credentials: FieldValues,
): string {
  return seal(JSON.stringify(credentials), ownerOf(storeId, integrationId));
}

/** `sealed` null: the tool asks for none. */
export function openCredentials(
  storeId: string,
  integrationId: string,
  sealed: string | null,
): FieldValues {
  if (sealed === null) return {};
  return kept.parse(JSON.parse(open(sealed, ownerOf(storeId, integrationId))));
}

const isHidden = (fields: Fields, name: string) =>
  fields[name]?.kind === "secret" || fields[name]?.kind === "signing";

/** Letters of a secret that may be shown, and from which length on: of a short one it would be too much. */
const TAIL = 4;
const LONG = 12;
const tailOf = (secret: string) => (secret.length >= LONG ? secret.slice(-TAIL) : "");

/** What the form may know: plain values as they are, of a secret its last letters. */
export function shownCredentials(fields: Fields, credentials: FieldValues) {
  const values: FieldValues = {};
  const tails: FieldValues = {};
  for (const [name, value] of Object.entries(credentials)) {
    if (!Object.hasOwn(fields, name) || !value) continue;
    const kind = fields[name]?.kind;
    if (kind === "signing") tails[name] = tailOf(currentSigningSecret(value));
    else if (kind === "secret") tails[name] = tailOf(value);
    else values[name] = value;
  }
  return { values, tails };
}

/**
 * What was typed, and for a secret left empty the one that is kept. A signing secret is ours and
 * never typed.
 */
export function withKept(fields: Fields, typed: FieldValues, known: FieldValues): FieldValues {
  const merged: FieldValues = {};
  for (const [name, { kind }] of Object.entries(fields)) {
    const own = kind === "signing" ? undefined : typed[name];
    const value = own || (isHidden(fields, name) ? known[name] : own);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/**
 * The address fields that changed while a secret was to be kept: it would be sent to a place its
 * owner never gave it to.
 */
export function secretsToRetype(fields: Fields, typed: FieldValues, known: FieldValues): string[] {
  const names = Object.keys(fields);
  const moved = names.some(
    (name) => fields[name]?.kind === "url" && (typed[name] ?? "") !== (known[name] ?? ""),
  );
  if (!moved) return [];
  return names.filter((name) => fields[name]?.kind === "secret" && known[name] && !typed[name]);
}
