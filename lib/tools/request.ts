import { ToolError } from "@/lib/errors";
import { checkUrl } from "./address";
import { everySigningSecret } from "./signing";
import type { Caller, Connection, FieldValues } from "./tool";
import { ours } from "./words";

/** Some fronts turn away what a library says of itself. */
const USER_AGENT = "EasyCart-Automations/1.0 (+https://easycart.pl)";

/** Throws ForbiddenAddressError for a target that may not be called, TypeError for none at all. */
export function urlOf(
  baseUrl: string,
  path: string,
  query: Record<string, string | number | undefined> | undefined,
): URL {
  const url = new URL(baseUrl + path);
  // "/lists/.." would be another path than the one the tool wrote.
  if (path && !url.pathname.endsWith(path)) throw new TypeError("the path was not kept");
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value));
  url.hash = "";
  checkUrl(url);
  return url;
}

export function bodyOf(body: unknown): string | undefined {
  return body === undefined || typeof body === "string" ? body : JSON.stringify(body);
}

/** Throws ToolError for a value that no header can carry: a key that was not copied whole, or with more. */
export function headersOf(
  connection: Connection,
  more: Record<string, string> | undefined,
  hasBody: boolean,
): Record<string, string> {
  const headers = {
    accept: "application/json",
    "user-agent": USER_AGENT,
    ...(hasBody && { "content-type": "application/json" }),
    ...lowerCased(connection.headers),
    ...lowerCased(more),
  };
  for (const [name, value] of Object.entries(headers))
    if (!/^[\t\x20-\x7e]*$/.test(value))
      throw new ToolError("auth", `The header ${name} holds characters that can't be sent`, {
        sent: false,
        words: ours({
          pl: "Klucz zawiera znaki, których nie ma w żadnym kluczu. Skopiuj go jeszcze raz.",
          en: "The key holds characters that no key has. Copy it once more.",
        }),
      });
  return headers;
}

/** One name written in two ways would be sent twice. */
const lowerCased = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Every value that must stand in no record. */
export function secretsOf(
  tool: Caller,
  credentials: FieldValues,
  connection: Connection,
): string[] {
  const own = Object.entries(credentials).flatMap(([name, value]) => {
    const kind = tool.credentials[name]?.kind;
    if (kind === "signing") return everySigningSecret(value);
    return kind === "secret" ? [value] : [];
  });
  return [...own, ...(connection.secrets ?? [])];
}
