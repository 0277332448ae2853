import { now } from "@/lib/clock";
import { type Fault, ToolError } from "@/lib/errors";
import { ForbiddenAddressError } from "./address";
import { type Came, isSuccess } from "./answer";
import type { ToolFault } from "./tool";
import { retryAfter, throttleWait } from "./wait";
import { NotConnectedError } from "./wire";
import { ours } from "./words";

/** The error for an answer that the call did not expect, or could not read. `own`: the tool's reading. */
export function refusalError(what: string, came: Came, own: ToolFault | undefined): ToolError {
  const { status } = came;
  const fault = own?.fault ?? faultOf(came);
  const how = isSuccess(status) ? " with something unreadable" : "";
  return new ToolError(fault, `${what} answered ${status}${how}`, {
    words: own?.words ?? redirectWords(came),
    retryAfter: waitOf(fault, came) ?? own?.retryAfter,
    pause: own?.pause,
    // A success that can't be read may have happened; a refusal did not.
    sent: isSuccess(status),
  });
}

function waitOf(fault: Fault, { status, header }: Came): number | undefined {
  if (fault === "rate_limited") return throttleWait(header, now());
  return fault === "unavailable" && !isSuccess(status) ? retryAfter(header, now()) : undefined;
}

function faultOf(came: Came): Fault {
  const { status } = came;
  if (isSuccess(status) || status >= 500) return "unavailable";
  if (status === 429) return "rate_limited";
  if (status === 408 || status === 425) return "unavailable";
  if (status === 401) return "auth";
  // A web page where the API should speak: a proxy or firewall in front of it.
  if (status >= 400 && isPage(came)) return "unavailable";
  return status === 403 ? "auth" : "config";
}

const isPage = ({ header, text }: Came) =>
  /\bhtml\b/i.test(header("content-type") ?? "") || /^\s*<(!doctype|html|head|body)\b/i.test(text);

function redirectWords({ status, header }: Came) {
  if (status < 300 || status >= 400) return undefined;
  const location = header("location");
  const to = location ? ` ${location}` : "";
  return ours({
    pl: `Adres przekierowuje dalej:${to || " nie mówi dokąd"}. Nie idziemy za przekierowaniem, podaj adres docelowy.`,
    en: `The address redirects:${to || " it does not say where to"}. We do not follow; enter the final address.`,
  });
}

const NOT_FOUND = ["ENOTFOUND", "ENODATA"];
const TIMEOUTS = ["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"];

/** The error for a request that no answer came to. */
export function silenceError(what: string, host: string, error: unknown): ToolError {
  const connected = !(error instanceof NotConnectedError);
  const cause = connected ? error : error.cause;
  if (cause instanceof ForbiddenAddressError) return forbiddenError(what, cause);
  const code = codeOf(cause);
  const words = NOT_FOUND.includes(code)
    ? ours({
        pl: `Nie ma serwera o nazwie ${host}. Sprawdź, czy w adresie nie ma literówki.`,
        en: `There is no server named ${host}. Check the address for a typing error.`,
      })
    : undefined;
  const how = TIMEOUTS.includes(code) || code === "TimeoutError" ? "in time" : `(${code})`;
  const sent = connected;
  return new ToolError("unavailable", `${what} was not answered ${how}`, { sent, words, cause });
}

/** The error for a target that may not be called. */
export function forbiddenError(what: string, error: ForbiddenAddressError): ToolError {
  const words = ours({
    pl: `Nie łączymy się z ${error.host}: adres musi zaczynać się od https:// i być dostępny w internecie, bez numeru portu i hasła.`,
    en: `We do not connect to ${error.host}: the address must start with https:// and be reachable on the internet, without a port or password.`,
  });
  return new ToolError("config", `${what}: ${error.reason}`, { sent: false, words, cause: error });
}

/** "ECONNREFUSED", "TimeoutError": what Node, TLS or undici calls it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
