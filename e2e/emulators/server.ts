import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { Reply } from "./core/call";
import type { Now } from "./core/clock";
import type { Control, ControlResult } from "./core/control";
import { type LogEntry, RequestLog } from "./core/request-log";
import type { Running } from "./core/running";
import { readBody, send, statusOf } from "./core/socket";
import { readSaved, Storage } from "./core/storage";
import { page } from "./page/page";
import { registry } from "./registry";

/** Tool id → what the tool holds: `requests`, and its lists with their members. */
export type State = Record<string, Record<string, unknown>>;

export type Emulators = {
  origin: string;
  state: () => State;
  control: (tool: string, change: Control) => ControlResult;
  /** Every tool back to its seeded data, settings included; the log empty. */
  reset: () => void;
  /** Oldest first; at most the last 5,000 requests are kept. */
  log: (tool?: string, limit?: number) => LogEntry[];
  stop: () => Promise<void>;
};

export type Options = {
  /** 0 or none takes a free one. */
  port?: number;
  /** Folder where the state outlives the process; none keeps it in memory. */
  data?: string;
  now?: Now;
};

const LOG_DEFAULT = 500;

/** Starts one HTTP server for every registered tool, at `origin/<host>/<path>`. */
export async function startEmulators(options: Options = {}): Promise<Emulators> {
  const { data, now = Date.now } = options;
  const log = new RequestLog();
  const storage = new Storage(data, (id) => tools.find((tool) => tool.id === id)?.saved());
  const tools: Running[] = [];
  for (const { id, start } of registry) {
    const environment = { now, changed: () => storage.changed(id) };
    tools.push(start(environment, await readSaved(data, id)));
  }

  const emulators = {
    state: () => Object.fromEntries(tools.map((tool) => [tool.id, tool.view()])),
    control: (name: string, change: unknown) => toolNamed(tools, name).control(change),
    reset: () => {
      for (const tool of tools) tool.reset();
      log.clear();
    },
    log: (tool?: string, limit = LOG_DEFAULT) => log.last(limit, tool),
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.log(JSON.stringify({ level: "error", msg: "emulator failed", error: `${error}` }));
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(`${error}`);
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://emulators");
    const raw = await readBody(request);
    const own = ownAnswer(emulators, request.method ?? "GET", url, raw);
    if (own) return send(response, own);
    await answerAsTool(request, response, url, raw);
  }

  async function answerAsTool(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    raw: string,
  ): Promise<void> {
    const at = now();
    const startedAt = performance.now();
    const [, first = "", ...rest] = url.pathname.split("/");
    const host = decodeURIComponent(first).toLowerCase();
    const tool = tools.find((candidate) => candidate.serves(host));
    if (!tool) return send(response, notFound(`Nothing is emulated at /${first}`));
    const method = request.method ?? "GET";
    const path = `/${rest.join("/")}`;
    const { searchParams: query, search } = url;
    const call = { method, host, path, query, search, headers: request.headers, raw, at };
    const reply = await tool.handle(call);
    await send(response, reply);
    const ms = Math.round(performance.now() - startedAt);
    log.add({
      tool: tool.id,
      method,
      host,
      path: path + search,
      status: statusOf(reply),
      at,
      ms,
    });
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  return {
    ...emulators,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await storage.flush();
    },
  };
}

type Doors = Omit<Emulators, "origin" | "stop" | "control"> & {
  control: (name: string, change: unknown) => ControlResult;
};

/** The emulators' own doors: the page, the state, the log, the controls. */
function ownAnswer(emulators: Doors, method: string, url: URL, raw: string): Reply | undefined {
  const { pathname, searchParams } = url;
  if (pathname === "/") {
    return answered(200, page, { "content-type": "text/html; charset=utf-8" });
  }
  if (pathname === "/state.json") return answered(200, emulators.state());
  if (pathname === "/_log") {
    const limit = z.coerce.number().int().positive().default(LOG_DEFAULT);
    const count = limit.parse(searchParams.get("limit") ?? undefined);
    return answered(200, emulators.log(searchParams.get("tool") ?? undefined, count));
  }
  if (!pathname.startsWith("/_control/")) {
    return pathname.includes(".") && pathname !== "/favicon.ico" ? undefined : notFound(pathname);
  }
  if (method !== "POST") return answered(405, { error: "POST only" });
  return controlled(emulators, pathname.slice("/_control/".length), raw);
}

function controlled(emulators: Doors, tool: string, raw: string): Reply {
  if (tool === "reset") {
    emulators.reset();
    return answered(200, { reset: true });
  }
  try {
    return answered(200, emulators.control(tool, raw === "" ? {} : JSON.parse(raw)));
  } catch (error) {
    if (error instanceof z.ZodError) return answered(400, { error: z.prettifyError(error) });
    return answered(400, { error: String(error) });
  }
}

function toolNamed(tools: Running[], name: string): Running {
  const tool = tools.find(({ id, serves }) => id === name || (name.includes(".") && serves(name)));
  if (!tool)
    throw new RangeError(`No tool "${name}"; known: ${tools.map(({ id }) => id).join(", ")}`);
  return tool;
}

function answered(status: number, body: unknown, headers?: Record<string, string>): Reply {
  return { kind: "answer", answer: { status, body, headers } };
}

function notFound(what: string): Reply {
  return answered(404, { error: what });
}
