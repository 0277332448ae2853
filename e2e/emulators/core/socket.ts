import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer, Reply } from "./call";

const BODY_LIMIT = 10_000_000;
const CHUNK = 64 * 1024;

/** The whole body as text; refuses what no test or demo of ours sends. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > BODY_LIMIT) throw new RangeError(`body over ${BODY_LIMIT} bytes`);
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Resolves when the reply is out, or at once for one that never will be. */
export async function send(response: ServerResponse, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case "answer":
      return sendAnswer(response, reply.answer);
    case "dropped":
      return sendHalf(response, reply.answer);
    case "huge":
      return sendHuge(response, reply.status, reply.bytes);
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "hang":
      return;
  }
}

export function statusOf(reply: Reply): number {
  if (reply.kind === "huge") return reply.status;
  return reply.kind === "answer" || reply.kind === "dropped" ? reply.answer.status : 0;
}

function sendAnswer(response: ServerResponse, answer: Answer): void {
  const { body, headers } = encoded(answer);
  response.writeHead(answer.status, headers);
  response.end(body);
}

function sendHalf(response: ServerResponse, answer: Answer): void {
  const { body = "{}", headers } = encoded(answer);
  const whole = Buffer.from(body);
  response.writeHead(answer.status, { ...headers, "content-length": whole.length });
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy());
}

async function sendHuge(response: ServerResponse, status: number, bytes: number): Promise<void> {
  response.writeHead(status, { "content-type": "application/json" });
  const chunk = " ".repeat(CHUNK);
  for (let sent = 0; sent < bytes && !response.destroyed; sent += CHUNK) {
    if (!response.write(chunk)) await drained(response);
  }
  response.end("{}");
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      response.off("drain", go).off("close", go);
      resolve();
    };
    response.once("drain", go).once("close", go);
  });
}

function encoded({ body, headers }: Answer): {
  body: string | Uint8Array | undefined;
  headers: Record<string, string>;
} {
  if (body === undefined || body instanceof Uint8Array) return { body, headers: headers ?? {} };
  if (typeof body === "string")
    return { body, headers: { "content-type": "text/plain; charset=utf-8", ...headers } };
  return {
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  };
}
