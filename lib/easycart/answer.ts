import { log } from "@/lib/log";
import { readBody } from "./read-body";
import { type Received, receiveEvent } from "./receive";
import { Refusal, type RefusalCode } from "./refusal";
import { SIGNATURE_HEADER } from "./sign";

/** The answer to a post of EasyCart's, and the event if it is one we did not know. */
export async function answerPost(
  request: Request,
  endpoint: string,
): Promise<{ response: Response; news?: Received }> {
  try {
    const rawBody = await readBody(request);
    const signature = request.headers.get(SIGNATURE_HEADER);
    const received = await receiveEvent({ endpoint, rawBody, signature });
    const { id, repeated } = received;
    const response = Response.json({ received: true, id, repeated });
    return repeated ? { response } : { response, news: received };
  } catch (error) {
    if (error instanceof Refusal) return { response: refuse(error) };
    log.error({ error }, "event.not_stored");
    return { response: refuse(new Refusal("unavailable")) };
  }
}

/** Headers that go with a refusal, besides its status. */
const HEADERS: Partial<Record<RefusalCode, Record<string, string>>> = {
  method_not_allowed: { allow: "POST" },
  // The rest of the body was not read, so the connection can't carry another request.
  too_large: { connection: "close" },
  too_slow: { connection: "close" },
  unavailable: { "retry-after": "30" },
};

export function refuse({ code, message, status }: Refusal): Response {
  return Response.json({ error: code, message }, { status, headers: HEADERS[code] });
}
