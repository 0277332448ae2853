import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Puts the address of the connection where a proxy would have put the caller's. Without a proxy
 * X-Forwarded-For is whatever the caller writes, and Next shows a page nothing else. Published by Node
 * before a server sees the request.
 */
export function tellSocketAddress(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  });
}
