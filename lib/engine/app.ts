import { Agent, errors, request } from "undici";
import { machineNow } from "@/lib/clock";
import { callBody } from "./call";
import { MAX_BODY_BYTES } from "./input";
import type { Job } from "./job-queries";
import { type HttpAnswer, type Reply, readReply } from "./reply";
import { signBody } from "./signing";

/** No step of ours works longer; a connection that died silently must not hold its place for ever. */
const CALL_TIMEOUT_MS = 15 * 60_000;
const SYNC_TIMEOUT_MS = 10_000;

/** The connection was never made, so the app has certainly not begun. */
const NOT_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : "";

/** The one app whose functions are called. */
export class App {
  private readonly calls: Agent;
  /** Without kept connections: an app that is stopping still answers on those, and takes no new ones. */
  private readonly syncs = new Agent({ pipelining: 0 });

  constructor(
    private readonly url: string,
    private readonly signingKey: string,
    connections: number,
  ) {
    this.calls = new Agent({ connections, headersTimeout: 0, bodyTimeout: 0 });
  }

  async call(job: Job, maxAttempts: number): Promise<Reply> {
    const url = new URL(this.url);
    url.searchParams.set("fnId", job.run.functionId);
    url.searchParams.set("stepId", job.stepId);
    const headers = { "x-run-id": job.run.id };
    const body = callBody(job, maxAttempts);
    const given = { dispatcher: this.calls, headers, body, timeoutMs: CALL_TIMEOUT_MS };
    try {
      return readReply(await this.send("POST", url, given));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const kind = NOT_CONNECTED.has(codeOf(error)) ? "refused" : "unanswered";
      return { kind, why: `${codeOf(error)} ${why}`.trim() };
    }
  }

  /** Asks the app for its functions. Throws where it is not reached. */
  sync(): Promise<HttpAnswer> {
    const headers = { "x-inngest-sync-kind": "in_band" };
    const body = JSON.stringify({ url: this.url });
    const given = { dispatcher: this.syncs, headers, body, timeoutMs: SYNC_TIMEOUT_MS };
    return this.send("PUT", new URL(this.url), given);
  }

  private async send(
    method: "POST" | "PUT",
    url: URL,
    given: {
      dispatcher: Agent;
      headers: Record<string, string>;
      body: string;
      timeoutMs: number;
    },
  ): Promise<HttpAnswer> {
    const answer = await request(url, {
      method,
      dispatcher: given.dispatcher,
      signal: AbortSignal.timeout(given.timeoutMs),
      headers: {
        ...given.headers,
        "content-type": "application/json",
        "x-inngest-server-kind": "cloud",
        // Signatures are checked against the machine's clock, not the product's.
        "x-inngest-signature": signBody(given.body, this.signingKey, machineNow()),
      },
      body: given.body,
    });
    const body = await readCapped(answer.body);
    return { status: answer.statusCode, headers: answer.headers, body };
  }

  async close(): Promise<void> {
    await Promise.all([this.calls.destroy(), this.syncs.destroy()]);
  }
}

async function readCapped(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new errors.ResponseExceededMaxSizeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
