import { ToolError } from "@/lib/errors";
import { ForbiddenAddressError } from "./address";
import { answerTo, isGarbled, readJson } from "./answer";
import { exchange } from "./exchange";
import { forbiddenError, refusalError, silenceError } from "./faults";
import { accountOf, keepPace, type Pace } from "./pace";
import { maskIn } from "./record";
import { bodyOf, headersOf, secretsOf, urlOf } from "./request";
import type { Answer, Answers, Call, Caller, Exchange, FieldValues, Http, Method } from "./tool";
import { processWire, type Wire } from "./wire";

/** A receiver that thinks longer is taken to be down. */
const TIMEOUT_MS = 15_000;
/** A thousand lists fit several times; the answer of a receiver that may say anything is only shown. */
const JSON_LIMIT = 4 * 1024 * 1024;
const TEXT_LIMIT = 64 * 1024;

type Door = {
  tool: Caller;
  /** Valid by the tool's own fields. */
  credentials: FieldValues;
  /** Every exchange is added here, whatever comes of it. */
  exchanges: Exchange[];
  /** Others than the process's own: for tests, and where there is no database. */
  wire?: Wire;
  pace?: Pace;
  timeoutMs?: number;
};

/** Opens the one door out for a tool with these credentials. Nothing leaves before the first call. */
export function openHttp({ tool, credentials, exchanges, ...means }: Door): Http {
  const { wire = processWire(), pace = keepPace, timeoutMs = TIMEOUT_MS } = means;
  const connection = tool.connect(credentials);
  const mask = maskIn(secretsOf(tool, credentials, connection));
  const account = accountOf(tool, credentials, connection);
  const { requests } = tool.limits;

  async function call<const A extends Answers>(
    method: Method,
    path: string,
    asked: Call<A>,
  ): Promise<Answer<A>> {
    const what = mask(`${tool.name}: ${method} ${path}`);
    const url = target(what, () => urlOf(connection.baseUrl, path, asked.query));
    const body = bodyOf(asked.body);
    const headers = headersOf(connection, asked.headers, body !== undefined);
    const limit = asked.read === "text" ? TEXT_LIMIT : JSON_LIMIT;
    if (requests) await pace.take(account, requests);
    const request = { method, url, headers, body, limit, timeoutMs: asked.timeout ?? timeoutMs };
    const came = await exchange(request, { wire, what, mask, exchanges });
    const answer = answerTo(asked, came);
    if (answer) return answer;
    const { status, text } = came;
    const said = tool.faults?.({ status, text, json: readJson(text)?.is });
    const own = isGarbled(asked, came) ? { fault: "unavailable" as const, ...said } : said;
    const error = refusalError(what, came, own);
    if (requests && error.fault === "rate_limited" && error.retryAfter)
      await pace.hold(account, requests, error.retryAfter);
    throw error;
  }

  async function reach() {
    const what = `${tool.name}: connecting`;
    const url = target(what, () => urlOf(connection.baseUrl, "", undefined));
    await wire.reach(url).catch((error: unknown) => {
      throw silenceError(what, url.host, error);
    });
    return { host: url.host };
  }

  return Object.assign(call, { reach });
}

/** The URL that `make` gives, its refusals as ToolErrors. */
function target(what: string, make: () => URL): URL {
  try {
    return make();
  } catch (error) {
    if (error instanceof ForbiddenAddressError) throw forbiddenError(what, error);
    throw new ToolError("config", `${what}: not an address`, { sent: false, cause: error });
  }
}
