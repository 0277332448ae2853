import type { IncomingMessage, ServerResponse } from "node:http";
import { machineNow } from "@/lib/clock";
import { log } from "@/lib/log";
import { acceptEvent, type StoredEvent } from "./event";
import { incomingEvents, MAX_BODY_BYTES } from "./input";
import { bearerOf, sameSecret } from "./signing";
import { isTransient } from "./sql";
import { newSeed, readSeed } from "./ulid";

const MAX_EVENT_LENGTH = 3 * 1024 * 1024;

export type Answer = { status: number; body: unknown };

/** What the routes need of the engine. */
export type Engine = {
  /** Whether any functions are known: events that come before would be lost. */
  known: () => boolean;
  accept: (events: readonly StoredEvent[]) => Promise<void>;
  /** Asks the app for its functions; gives whether they changed. */
  sync: () => Promise<boolean>;
  health: () => Promise<Answer>;
  runs: (by: { eventId: string } | { runId: string }) => Promise<unknown[]>;
  cancel: (runId: string) => Promise<boolean>;
};

export type Keys = { eventKey: string; signingKey: string };

const failure = (status: number, error: string, more: object = {}): Answer => ({
  status,
  body: { ...more, error, status },
});

class TooLargeError extends Error {}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new TooLargeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function takeEvents(engine: Engine, request: IncomingMessage): Promise<Answer> {
  if (!engine.known()) return failure(503, "The app has not registered its functions yet");
  const refuse = (error: string) => failure(400, error, { ids: [] });
  let body: unknown;
  try {
    body = JSON.parse(await readBody(request));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse("The body is not JSON");
    throw error;
  }
  const parsed = incomingEvents.safeParse(body);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    return refuse(`The events are not valid: ${wrong.slice(0, 3).join("; ")}`);
  }
  const header = request.headers["x-inngest-event-id-seed"];
  const seed = readSeed(typeof header === "string" ? header : undefined) ?? newSeed();
  let events: StoredEvent[];
  try {
    events = parsed.data.map((event, index) => acceptEvent(event, seed, index));
  } catch (error) {
    if (error instanceof RangeError) return refuse(error.message);
    throw error;
  }
  if (events.some(({ text }) => text.length > MAX_EVENT_LENGTH))
    return refuse("An event holds 3 MiB at most");
  await engine.accept(events);
  return { status: 200, body: { ids: events.map(({ id }) => id), status: 200 } };
}

async function register(engine: Engine): Promise<Answer> {
  try {
    const modified = await engine.sync();
    return { status: 200, body: { ok: true, modified, status: 200 } };
  } catch (error) {
    return failure(400, error instanceof Error ? error.message : String(error), {
      modified: false,
    });
  }
}

async function listRuns(
  engine: Engine,
  by: { eventId: string } | { runId: string },
): Promise<Answer> {
  const runs = await engine.runs(by);
  const data = "eventId" in by ? runs : runs[0];
  if (data === undefined) return failure(404, "No such run");
  return {
    status: 200,
    body: { data, metadata: { fetched_at: machineNow(), cached_until: null } },
  };
}

type Route = {
  /** Method and path; what its group catches is handed on. */
  pattern: RegExp;
  open?: boolean;
  answer: (engine: Engine, caught: string, request: IncomingMessage) => Promise<Answer>;
};

const ROUTES: Route[] = [
  { pattern: /^GET \/health$/, open: true, answer: (engine) => engine.health() },
  { pattern: /^(?:POST|PUT) \/fn\/register$/, answer: register },
  {
    pattern: /^GET \/v1\/events\/([^/]+)\/runs$/,
    answer: (engine, eventId) => listRuns(engine, { eventId }),
  },
  {
    pattern: /^GET \/v1\/runs\/([^/]+)$/,
    answer: (engine, runId) => listRuns(engine, { runId }),
  },
  {
    pattern: /^DELETE \/v1\/runs\/([^/]+)$/,
    answer: async (engine, runId) =>
      (await engine.cancel(runId)) ? { status: 202, body: {} } : failure(404, "No such run"),
  },
];

/** Answers one request. Keys are checked before anything is read. */
export function createHandler(engine: Engine, keys: Keys) {
  const bearer = `Bearer ${bearerOf(keys.signingKey)}`;

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname } = new URL(request.url ?? "/", "http://engine");
    const line = `${request.method} ${pathname}`;
    const key = /^POST \/e\/([^/]*)$/.exec(line)?.[1];
    if (key !== undefined)
      return sameSecret(decode(key), keys.eventKey)
        ? takeEvents(engine, request)
        : failure(401, "Event key not found");
    const route = ROUTES.find(({ pattern }) => pattern.test(line));
    if (!route?.open && !sameSecret(request.headers.authorization ?? "", bearer))
      return failure(401, "Unauthorized");
    if (!route) return failure(501, `${line} is not supported by the local engine`);
    return route.answer(engine, decode(route.pattern.exec(line)?.[1] ?? ""), request);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body } = await answer(request).catch(failed);
    // A body left unread would be taken for the next request on this connection.
    if (!request.complete) response.setHeader("connection", "close");
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
}

function failed(error: unknown): Answer {
  if (error instanceof TooLargeError) return failure(413, "The body is too large", { ids: [] });
  if (isTransient(error)) return failure(503, "The database can't be reached");

  log.error({ err: error }, "engine.http");
  return failure(500, "Internal error");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
