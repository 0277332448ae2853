import { now } from "@/lib/clock";
import type { Came } from "./answer";
import { silenceError } from "./faults";
import { recorded } from "./record";
import type { Exchange } from "./tool";
import type { Wire, WireRequest } from "./wire";

type Means = {
  wire: Wire;
  /** "GetResponse: POST /contacts", for messages. */
  what: string;
  /** Takes the secrets out of a text. */
  mask: (text: string) => string;
  exchanges: Exchange[];
};

/** Sends a request and keeps what went both ways, without secrets; throws ToolError where nothing came. */
export async function exchange(request: WireRequest, means: Means): Promise<Came> {
  const { wire, what, mask, exchanges } = means;
  const { method, url, headers, body } = request;
  const startedAt = now().toISOString();
  const since = performance.now();
  const keep = (status: number | null, received: string) =>
    exchanges.push(
      recorded({
        method,
        url: mask(url.href),
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, mask(value)]),
        ),
        sent: body === undefined ? undefined : mask(body),
        status,
        received,
        startedAt,
        ms: Math.round(performance.now() - since),
      }),
    );
  try {
    const answer = await wire.send(request);
    const text = mask(answer.body);
    keep(answer.status, text);
    const header = (name: string) => {
      const value = [answer.headers[name.toLowerCase()]].flat()[0];
      return value === undefined ? undefined : mask(value);
    };
    return { status: answer.status, text, broken: answer.broken, header };
  } catch (error) {
    const silence = silenceError(what, url.host, error);
    keep(null, silence.message);
    throw silence;
  }
}
