import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { vi } from "vitest";
import { Engine } from "@/lib/engine/engine";
import { env } from "@/lib/env";

/** `calls`: which functions the engine called, in order. */
export type Executed = { calls: string[]; stop: () => Promise<void> };

/** Our functions behind a port of their own, and an engine that executes them. */
export async function executeFunctions(): Promise<Executed> {
  const calls: string[] = [];
  /** Until the functions are there, the app is like one that starts. */
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const app = createServer((request, response) => {
    const called = new URL(request.url ?? "/", "http://app").searchParams.get("fnId");
    if (called) calls.push(called);
    answer(request, response);
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`;
  const { DATABASE_URL: databaseUrl, INNGEST_EVENT_KEY = "", INNGEST_SIGNING_KEY = "" } = env();
  const keys = { eventKey: INNGEST_EVENT_KEY, signingKey: INNGEST_SIGNING_KEY };
  const engine = new Engine({ databaseUrl, appUrl, port: 0, ...keys });
  const engineUrl = await engine.start();
  vi.stubEnv("INNGEST_BASE_URL", engineUrl);
  const { serve } = await import("inngest/node");
  const { inngest } = await import("../client");
  const { functions } = await import("../functions");
  answer = serve({ client: inngest, functions });
  const healthy = async () => (await fetch(`${engineUrl}/health`)).ok;
  await vi.waitUntil(healthy, { timeout: 20_000, interval: 50 });
  return {
    calls,
    async stop() {
      await engine.stop();
      app.close();
    },
  };
}
