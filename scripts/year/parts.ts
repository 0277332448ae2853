import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { migrateDatabase } from "@/drizzle/migrate";
import { startPostgres } from "../pg.mjs";
import { root } from "../root.mjs";
import { typescript } from "../run.mjs";

/** A call that reached the tool: which run made it, when by the shop's clock, and whom it was about. */
export type Call = { run: string; at: number; email: string };

export type Parts = { calls: Call[]; stop(): Promise<void> };

const listening = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/**
 * A copy of the app in small: a database and an engine in processes of their own, and here the app's
 * functions behind the same route as in the app, and a tool that takes everything.
 */
export async function startParts(folder: string): Promise<Parts> {
  const postgres = await startPostgres({ dir: join(folder, "postgres"), fast: true });
  await migrateDatabase(postgres.url);
  const calls: Call[] = [];
  const tool = createServer((request, response) => void take(calls, request, response));
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  const app = createServer((request, response) => answer(request, response));
  const appUrl = await listening(app);
  Object.assign(process.env, {
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    DEMO: "1",
    DATABASE_URL: postgres.url,
    TOOLS_ORIGIN: await listening(tool),
    APP_URL: appUrl,
    NEXTAUTH_SECRET: randomBytes(16).toString("hex"),
    SECRETS_KEY: `year:${randomBytes(32).toString("base64")}`,
    INNGEST_EVENT_KEY: randomBytes(16).toString("hex"),
    INNGEST_SIGNING_KEY: `signkey-prod-${randomBytes(32).toString("hex")}`,
  });
  const engine = await startEngine(appUrl);
  process.env.INNGEST_BASE_URL = engine.url;
  const { serve } = await import("inngest/node");
  const { inngest } = await import("@/lib/inngest/client");
  const { functions } = await import("@/lib/inngest/functions");
  answer = serve({ client: inngest, functions });
  while (!(await fetch(`${engine.url}/health`)).ok) await pause(50);
  return {
    calls,
    async stop() {
      const ended = new Promise((resolve) => engine.child.once("exit", resolve));
      engine.child.kill("SIGTERM");
      await ended;
      const { closeDb } = await import("@/lib/db");
      await closeDb();
      app.close();
      tool.close();
      await postgres.stop();
    },
  };
}

async function take(
  calls: Call[],
  request: Parameters<RequestListener>[0],
  response: Parameters<RequestListener>[1],
): Promise<void> {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { data } = JSON.parse(body);
  const { now } = await import("@/lib/clock");
  calls.push({ run: data.run.id, at: now().getTime(), email: data.customer.email });
  response.end("ok");
}

async function startEngine(appUrl: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [...typescript, join(root, "lib/engine/main.ts")], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ENGINE_APP_URL: `${appUrl}/api/inngest`, ENGINE_PORT: "0" },
  });
  process.once("exit", () => child.kill("SIGKILL")); // whatever ends this process must not leave it behind
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The engine ended with ${code}`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
      const [, address] = /^ready (\S+)$/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
  return { child, url };
}
