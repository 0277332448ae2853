import { type LookupAddress, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector, type Dispatcher, request } from "undici";
import { env } from "@/lib/env";
import { ForbiddenAddressError, isPublicAddress } from "./address";

const CONNECT_TIMEOUT_MS = 5_000;
/** Shorter than servers keep theirs: a socket they close while we write would look like a lost answer. */
const KEEP_ALIVE_MS = 1_000;

export type WireRequest = {
  method: Dispatcher.HttpMethod;
  url: URL;
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
  /** Bytes of the answer that are read. */
  limit: number;
};

export type WireAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** As far as it came. */
  body: string;
  /** Why it is not whole, if it is not. */
  broken?: "too long" | Error;
};

/** What carries requests; rejects only where no answer came. */
export type Wire = {
  send(request: WireRequest): Promise<WireAnswer>;
  /** Connects and hangs up. */
  reach(url: URL): Promise<void>;
};

/** No connection came about, so nothing was sent. */
export class NotConnectedError extends Error {
  override name = "NotConnectedError";
  constructor(override readonly cause: Error & { code?: string }) {
    super(cause.message);
  }
}

/** The internet, public addresses only; or, with `detour`, where that leads, whatever its address (test and demo). */
export function openWire(detour?: (url: URL) => URL): Wire {
  const connect = detour ? buildConnector({ timeout: CONNECT_TIMEOUT_MS }) : publicConnector();
  const agent = new Agent({
    connect: (options, callback) =>
      connect(options, (...[error, socket]) =>
        error ? callback(new NotConnectedError(error), null) : callback(null, socket),
      ),
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  });
  const target = (url: URL) => (detour ? detour(url) : url);
  return {
    send: (call) => exchange(agent, { ...call, url: target(call.url) }),
    reach: (url) => connectOnly(connect, target(url)),
  };
}

/** `https://host/path` at `origin/host/path`. */
export const detourTo = (origin: string) => (url: URL) =>
  new URL(`${origin.replace(/\/+$/, "")}/${url.host}${url.pathname}${url.search}`);

let opened: Wire | undefined;
/** The wire of this process, as the environment wants it. */
export function processWire(): Wire {
  const { TOOLS_ORIGIN } = env();
  opened ??= openWire(TOOLS_ORIGIN ? detourTo(TOOLS_ORIGIN) : undefined);
  return opened;
}

function publicConnector(): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup: publicLookup });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, "");
    // A literal address is dialled without a lookup.
    if (isIP(host) && !isPublicAddress(host))
      return callback(new ForbiddenAddressError(host, "not a public address"), null);
    connect(options, callback);
  };
}

/** DNS whose answers are checked where they are used: nothing can change between check and call. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const wrong = addresses.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses;
    if (wrong || !first)
      return callback(new ForbiddenAddressError(hostname, "leads to no public address"), []);
    if (options.all) return callback(null, addresses satisfies LookupAddress[]);
    callback(null, first.address, first.family);
  });
};

async function exchange(agent: Agent, call: WireRequest): Promise<WireAnswer> {
  const { method, url, headers, body, timeoutMs, limit } = call;
  const signal = AbortSignal.timeout(timeoutMs);
  const answer = await request(url, { dispatcher: agent, method, headers, body, signal });
  const read: WireAnswer = { status: answer.statusCode, headers: answer.headers, body: "" };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, limit - size));
      size += chunk.length;
      if (size > limit) {
        read.broken = "too long";
        break;
      }
    }
  } catch (error) {
    read.broken = error instanceof Error ? error : new Error(String(error));
  }
  read.body = Buffer.concat(chunks).toString("utf8");
  return read;
}

function connectOnly(connect: buildConnector.connector, url: URL): Promise<void> {
  const { hostname, host, protocol, port } = url;
  return new Promise((resolve, reject) => {
    connect({ hostname, host, protocol, port }, (...[error, socket]) => {
      if (error) return reject(new NotConnectedError(error));
      socket.destroy();
      resolve();
    });
  });
}
