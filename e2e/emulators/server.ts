import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Now } from "./core/clock";
import type { Control, ControlResult } from "./core/control";
import { type LogEntry, RequestLog } from "./core/request-log";
import type { Emulator, Running } from "./core/running";
import { readBody, send, statusOf } from "./core/socket";
import { readSaved, Storage } from "./core/storage";
import { type Doors, LOG_DEFAULT, ownReply, type State } from "./doors";
import { registry } from "./registry";

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
  /** Others than the registered ones. */
  tools?: readonly Emulator[];
};

/** What is answering gets this long when the server stops; forced silences would never end. */
const DRAIN_MS = 500;

/** Starts one HTTP server for every registered tool, at `origin/<host>/<path>`. */
export async function startEmulators(options: Options = {}): Promise<Emulators> {
  const { data, now = Date.now, tools: offered = registry } = options;
  const log = new RequestLog();
  const tools: Running[] = [];
  const storage = new Storage(data, (id) => tools.find((tool) => tool.id === id)?.saved());
  for (const { id, start } of offered) {
    const environment = { now, changed: () => storage.changed(id) };
    tools.push(start(environment, await readSaved(data, id)));
  }
  const doors: Doors = {
    state: () => Object.fromEntries(tools.map((tool) => [tool.id, tool.view()])),
    control: (name, change) => toolNamed(tools, name).control(change),
    reset: () => {
      for (const tool of tools) tool.reset();
      log.clear();
    },
    log: (tool, limit = LOG_DEFAULT) => log.last(limit, tool),
  };
  const server = createServer((request, response) => {
    answer(request, response, { doors, tools, log, now }).catch((error: unknown) => {
      console.log(JSON.stringify({ level: "error", msg: "emulator failed", error: `${error}` }));
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(`${error}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  return {
    ...doors,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      await drained(server);
      await storage.flush();
    },
  };
}

type World = { doors: Doors; tools: Running[]; log: RequestLog; now: Now };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { doors, tools, log, now }: World,
): Promise<void> {
  const at = now();
  const startedAt = performance.now();
  const { method = "GET", headers } = request;
  const url = new URL(request.url ?? "/", "http://emulators");
  const raw = await readBody(request);
  const own = await ownReply(doors, method, url, raw);
  if (own) return send(response, own);
  const [, first = "", ...rest] = url.pathname.split("/");
  const host = decodeURIComponent(first).toLowerCase();
  const tool = toolNamed(tools, host);
  const path = `/${rest.join("/")}`;
  const { searchParams: query, search } = url;
  const reply = await tool.handle({ method, host, path, query, search, headers, raw, at });
  await send(response, reply);
  const ms = Math.round(performance.now() - startedAt);
  log.add({ tool: tool.id, method, host, path: path + search, status: statusOf(reply), at, ms });
}

/** By id, or by a host the tool serves. */
function toolNamed(tools: Running[], name: string): Running {
  const tool = tools.find(({ id, serves }) => id === name || (name.includes(".") && serves(name)));
  if (tool) return tool;
  throw new RangeError(`No tool "${name}"; known: ${tools.map(({ id }) => id).join(", ")}`);
}

async function drained(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(impatience);
}
