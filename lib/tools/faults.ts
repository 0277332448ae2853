import { type Fault, ToolError } from "@/lib/errors";
import { ForbiddenAddressError } from "./address";
import { isSuccess } from "./answer";
import type { ToolFault } from "./tool";
import { NotConnectedError } from "./wire";
import { ours } from "./words";

/** What came, once it is neither expected nor readable. */
type Refusal = {
  /** "GetResponse: POST /contacts", for the message. */
  what: string;
  status: number;
  /** A web page where the API should speak: a proxy or firewall in front of it. */
  isPage: boolean;
  location?: string;
  /** Seconds, from the headers. */
  wait?: number;
  /** The tool's own reading. */
  own?: ToolFault;
};

/** The error for an answer that the call did not expect. */
export function refusalError({ what, own, ...answer }: Refusal): ToolError {
  const { status } = answer;
  const fault = own?.fault ?? faultOf(answer);
  const waits = fault === "rate_limited" || fault === "unavailable";
  return new ToolError(fault, `${what} answered ${status}`, {
    words: own?.words ?? redirectWords(answer),
    retryAfter: waits ? (answer.wait ?? own?.retryAfter) : undefined,
    pause: own?.pause,
    // A success that can't be read may have happened; a refusal did not.
    sent: isSuccess(status),
  });
}

function faultOf({ status, isPage }: Pick<Refusal, "status" | "isPage">): Fault {
  if (isSuccess(status) || status >= 500) return "unavailable";
  if (status === 429) return "rate_limited";
  if (status === 408 || status === 425) return "unavailable";
  if (status === 401) return "auth";
  if (status >= 400 && isPage) return "unavailable";
  return status === 403 ? "auth" : "config";
}

function redirectWords({ status, location }: Pick<Refusal, "status" | "location">) {
  if (status < 300 || status >= 400) return undefined;
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
