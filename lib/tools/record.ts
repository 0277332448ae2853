import { maskSecret } from "./mask";
import type { Exchange } from "./tool";

/** Characters of a body that are kept with an attempt. */
const KEPT_SENT = 20_000;
const KEPT_RECEIVED = 4_000;
/** A shorter value is no secret: replacing it would tear ordinary words apart. */
const MIN_SECRET = 6;
/** Replaces each secret in a text, also as URLs, JSON and Basic credentials write it. */
export function maskIn(secrets: readonly string[]): (text: string) => string {
  const written = secrets
    .filter((secret) => secret.length >= MIN_SECRET)
    .flatMap((secret) => formsOf(secret).map((form) => ({ form, mask: maskSecret(secret) })))
    // A secret that holds another one is replaced whole.
    .sort((a, b) => b.form.length - a.form.length);
  // By a function: what a mask shows of a secret may mean something in a replacement, such as "$&".
  return (text) =>
    written.reduce((left, { form, mask }) => left.replaceAll(form, () => mask), text);
}

/** A secret as it may be written in URLs, JSON and Basic credentials. */
export function formsOf(secret: string): string[] {
  const quoted = JSON.stringify(secret).slice(1, -1);
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      quoted,
      quoted.replaceAll("/", "\\/"),
      Buffer.from(secret).toString("base64"),
    ]),
  ];
}

/** What is kept of an exchange; its texts are masked already. */
export function recorded(exchange: Exchange): Exchange {
  return {
    ...exchange,
    sent: exchange.sent === undefined ? undefined : cut(exchange.sent, KEPT_SENT),
    received: cut(exchange.received, KEPT_RECEIVED),
  };
}

/** NUL is legal in a body and impossible in a database. */
const cut = (text: string, limit: number) =>
  (text.length > limit ? `${text.slice(0, limit)}…` : text).replaceAll("\0", "�");
