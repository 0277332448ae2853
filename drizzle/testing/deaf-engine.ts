import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/**
 * Takes every event, as an engine does, and lets nothing follow. Where nobody listened, each test
 * that announces something would wait for the SDK's five attempts: almost two seconds.
 */
export async function startDeafEngine() {
  const server = createServer(async (request, response) => {
    const events = await json(request);
    const ids = (Array.isArray(events) ? events : [events]).map(() => randomUUID());
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ids, status: 200 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
