import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { vi } from "vitest";

/** Something a function did: a step that ran, a start, an end. */
export type Entry = {
  what: string;
  /** Whatever tells one run from another. */
  key: unknown;
  at: number;
  attempt: number;
  value?: unknown;
};

export type Record = (
  what: string,
  key: unknown,
  more?: { attempt?: number; value?: unknown },
) => void;

export type Target = { baseUrl: string; eventKey: string; signingKey: string };

export type Build = (client: Inngest, record: Record) => InngestFunction.Any[];

const QUIET = { info() {}, warn() {}, error() {}, debug() {} };

/** An app with the real, unmodified SDK, whose functions write down what they do. */
export class FixtureApp {
  readonly entries: Entry[] = [];
  /** Requests seen: method and URL, whether the connection is to be kept, body. */
  readonly requests: { line: string; kept: boolean; body: () => string }[] = [];
  /** Set to answer instead of the SDK. */
  instead: RequestListener | null = null;
  private server: Server | undefined;
  private port = 0;
  /** The SDK's answer. */
  answer: RequestListener = (_, response) => response.writeHead(503).end();

  constructor(readonly id: string) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}/api/inngest`;
  }

  /** Listens, on the same port as before if it did before. */
  async open(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      const emit = request.emit.bind(request);
      // Listening would take the body away from the SDK.
      request.emit = (event: string | symbol, ...values: unknown[]) => {
        if (event === "data") chunks.push(values[0] as Buffer);
        return emit(event, ...values);
      };
      const body = () => Buffer.concat(chunks).toString("utf8");
      const kept = request.headers.connection !== "close";
      this.requests.push({ line: `${request.method} ${request.url}`, kept, body });
      (this.instead ?? this.answer)(request, response);
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  /** Goes away as a killed process does: connections break. */
  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null));
  }

  /** Serves these functions from now on; they send their events to `target`. */
  deploy(build: Build, target: Target): void {
    const client = new Inngest({ id: this.id, isDev: false, logger: QUIET, ...target });
    const record: Record = (what, key, { attempt = 0, value } = {}) => {
      this.entries.push({ what, key, at: Date.now(), attempt, value });
    };
    this.answer = serve({ client, functions: build(client, record) }) as RequestListener;
  }

  of(what: string, key?: unknown): Entry[] {
    return this.entries.filter(
      (entry) => entry.what === what && (key === undefined || entry.key === key),
    );
  }

  /** Waits until there are `count` such entries, and gives them. */
  async until(what: string, key?: unknown, count = 1, ms = 15_000): Promise<Entry[]> {
    return vi.waitFor(
      () => {
        const found = this.of(what, key);
        if (found.length < count)
          throw new Error(`${found.length} of ${count} "${what}" of ${JSON.stringify(key)}`);
        return found;
      },
      { timeout: ms, interval: 10 },
    );
  }
}
