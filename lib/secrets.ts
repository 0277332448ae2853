import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";
import { env } from "./env";

/** AES-256-GCM; the envelope reads `keyId.iv.tag.ciphertext`, each but the first in base64url. */
const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const envelope = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/**
 * Encrypts `text` for keeping in the database. `owner` (the row's store and id) is bound to it,
 * so that an envelope copied to another row does not open.
 */
export function seal(text: string, owner: string): string {
  const [current] = env().SECRETS_KEY;
  if (!current) throw new Error("SECRETS_KEY names no key");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, current.key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [
    current.id,
    ...[iv, cipher.getAuthTag(), sealed].map((b) => b.toString("base64url")),
  ].join(".");
}

/** Opens what `seal` made. Throws when the key is not known, or when text or owner are not the same. */
export function open(sealed: string, owner: string): string {
  const [keyId, iv, tag, text] = envelope.parse(sealed.split("."));
  const known = env().SECRETS_KEY.find(({ id }) => id === keyId);
  if (!known) throw new Error(`Sealed with key "${keyId}", which SECRETS_KEY does not hold`);
  const bytes = (part: string) => Buffer.from(part, "base64url");
  const decipher = createDecipheriv(ALGORITHM, known.key, bytes(iv));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes(tag));
  return Buffer.concat([decipher.update(bytes(text)), decipher.final()]).toString("utf8");
}
