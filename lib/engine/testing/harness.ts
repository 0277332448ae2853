import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, vi } from "vitest";
import { env } from "@/lib/env";
import { Engine } from "../engine";
import { bearerOf } from "../signing";
import { type Build, FixtureApp, type Target } from "./fixture-app";

/**
 * The conformance tests also run against Inngest's own server: ENGINE_TEST_URL, ENGINE_TEST_EVENT_KEY and
 * ENGINE_TEST_SIGNING_KEY name it. Start it with `--retry-interval 1`.
 */
// biome-ignore lint/style/noProcessEnv: only these tests know another server than the engine
const { ENGINE_TEST_URL, ENGINE_TEST_EVENT_KEY, ENGINE_TEST_SIGNING_KEY } = process.env;

/** Between attempts; a real server's smallest is a second. */
const RETRY_DELAY_MS = 300;

export const isLocal = ENGINE_TEST_URL === undefined;

export type RunTold = {
  run_id: string;
  function_id: string;
  status: string;
  output: unknown;
};

/** An app and the server that executes its functions. */
export class Harness {
  readonly target: Target = {
    baseUrl: ENGINE_TEST_URL ?? "",
    eventKey: ENGINE_TEST_EVENT_KEY ?? randomBytes(16).toString("hex"),
    signingKey: ENGINE_TEST_SIGNING_KEY ?? `signkey-test-${randomBytes(32).toString("hex")}`,
  };
  readonly app = new FixtureApp(`fixture-${randomBytes(4).toString("hex")}`);
  engine: Engine | undefined;

  constructor(readonly build: Build) {}

  async start(): Promise<void> {
    await this.app.open();
    if (isLocal) await this.startEngine();
    this.app.deploy(this.build, this.target);
    if (isLocal) await this.healthy();
    else await fetch(this.app.url, { method: "PUT" });
  }

  /** The local engine, on the port it had before if it had one. */
  async startEngine(): Promise<void> {
    const port = Number(new URL(this.target.baseUrl || "http://engine:0").port);
    this.engine = new Engine({
      databaseUrl: env().DATABASE_URL,
      appUrl: this.app.url,
      port,
      retryDelayMs: RETRY_DELAY_MS,
      ...this.target,
    });
    this.target.baseUrl = await this.engine.start();
  }

  /** Waits until the functions are registered. */
  async healthy(): Promise<void> {
    await vi.waitFor(
      async () => {
        const response = await fetch(`${this.target.baseUrl}/health`);
        if (response.status !== 200) throw new Error(await response.text());
      },
      { timeout: 15_000, interval: 20 },
    );
  }

  async stop(): Promise<void> {
    await this.engine?.stop();
    await this.app.close();
  }

  /** Posts events as the SDK does; `body` may be anything. */
  async post(
    body: unknown,
    { key = this.target.eventKey, seed }: { key?: string; seed?: string } = {},
  ): Promise<{ status: number; ids: string[]; error?: string }> {
    const response = await fetch(`${this.target.baseUrl}/e/${key}`, {
      method: "POST",
      headers: seed ? { "x-inngest-event-id-seed": seed } : {},
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return (await response.json()) as { status: number; ids: string[]; error?: string };
  }

  api(path: string, method = "GET"): Promise<Response> {
    const authorization = `Bearer ${bearerOf(this.target.signingKey)}`;
    return fetch(`${this.target.baseUrl}${path}`, { method, headers: { authorization } });
  }

  async runs(eventId: string): Promise<RunTold[]> {
    const response = await this.api(`/v1/events/${eventId}/runs`);
    return ((await response.json()) as { data: RunTold[] }).data;
  }

  /** Waits until the runs of an event have ended, `count` of them, and gives them. */
  async ended(eventId: string | undefined, count = 1): Promise<RunTold[]> {
    return vi.waitFor(
      async () => {
        const runs = await this.runs(eventId ?? "");
        const open = runs.filter(({ status }) => /Running|Scheduled/.test(status));
        if (runs.length < count || open.length) throw new Error(JSON.stringify(runs));
        return runs;
      },
      // A real server may answer from a cache that is 15 s old.
      { timeout: isLocal ? 15_000 : 40_000, interval: 20 },
    );
  }

  /** Sends one event and waits for its only run. */
  async run(name: string, data: object, more: object = {}): Promise<RunTold> {
    const { ids } = await this.post({ name, data, ...more });
    const [run] = await this.ended(ids[0]);
    if (!run) throw new Error("No run");
    return run;
  }
}

/** A harness for a test file. */
export function withHarness(build: Build): Harness {
  const harness = new Harness(build);
  beforeAll(() => harness.start());
  afterAll(() => harness.stop());
  return harness;
}
