import { Refusal } from "./refusal";

export const MAX_BYTES = 1_048_576;
/** EasyCart's bodies are a few kilobytes: who needs longer holds a connection for its own sake. */
const MAX_MS = 15_000;

/** The body's bytes. Stops reading as soon as there are too many, whatever Content-Length said. */
export async function readBody(request: Request, { ms = MAX_MS } = {}): Promise<Buffer> {
  if (Number(request.headers.get("content-length")) > MAX_BYTES) throw new Refusal("too_large");
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader.cancel().catch(() => undefined);
  }, ms);
  try {
    const body = await readAll(reader);
    if (late) throw new Refusal("too_slow");
    return body;
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal("broken_body");
    });
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > MAX_BYTES) {
      // Not awaited: the sender may never stop, and the answer must not wait for it.
      void reader.cancel().catch(() => undefined);
      throw new Refusal("too_large");
    }
    chunks.push(value);
  }
}
