import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import type { App } from "./app";
import { Catalogue } from "./catalogue";
import { syncAnswer } from "./input";
import type { Watches } from "./intake";
import { watches } from "./intake-queries";
import { type Refusal, readDefinitions } from "./registration";
import { loadRegistration, saveRegistration } from "./registration-queries";
import type { Sql } from "./sql";

/** How soon a redeployed app is noticed. */
const POLL_MS = 5_000;
const MIN_PAUSE_MS = 250;
const MAX_PAUSE_MS = 2_000;

/** Knows the app's functions: asks for them until the app answers, then every few seconds. */
export class Registrar {
  catalogue = new Catalogue([]);
  watches: Watches = new Map();
  refusals: Refusal[] = [];
  /** Why the last sync failed; null after one that succeeded. */
  problem: string | null = "the app has not been reached yet";
  /** Whether there are functions at all, of this sync or an earlier one. */
  known = false;
  private functions = "";
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = MIN_PAUSE_MS;
  private stopped = false;

  constructor(private readonly parts: { sql: Sql; app: App; appIsHere: (here: boolean) => void }) {}

  /** What the last sync of an earlier process found, so that events are taken before the app is up. */
  async load(): Promise<void> {
    const functions = await loadRegistration(this.parts.sql);
    if (functions !== null) await this.use(functions);
  }

  /** Asks at once, then again and again. */
  start(): void {
    this.next(0);
  }

  /** Asks soon: a call found nobody there. */
  hurry(): void {
    this.next(MIN_PAUSE_MS);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** One sync. Gives whether the functions changed; throws with the reason where it failed. */
  async sync(): Promise<boolean> {
    try {
      const changed = await this.ask();
      if (this.problem !== null) log.info({ functions: this.catalogue.byId.size }, "engine.synced");
      this.problem = null;
      this.parts.appIsHere(true);
      return changed;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== this.problem) log.warn({ problem }, "engine.sync");
      this.problem = problem;
      // A slow app is still there: its calls go on.
      if (!(error instanceof Error && error.name === "TimeoutError")) this.parts.appIsHere(false);
      throw error;
    }
  }

  private async poll(): Promise<void> {
    try {
      await this.sync();
      this.pauseMs = MIN_PAUSE_MS;
      this.next(POLL_MS);
    } catch {
      // The problem is kept for /health.
      this.next(this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, MAX_PAUSE_MS);
    }
  }

  private next(ms: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.poll(), ms);
  }

  private async ask(): Promise<boolean> {
    const { status, headers, body } = await this.parts.app.sync();
    if (!headers["x-inngest-sdk"]) {
      const hint = status === 401 ? ": the app's signing key differs from the engine's" : "";
      throw new Error(`the app answered HTTP ${status} without the SDK's headers${hint}`);
    }
    if (headers["x-inngest-sync-kind"] !== "in_band")
      throw new Error(
        `the app does not take in-band syncs (HTTP ${status}): ${body.slice(0, 200)}`,
      );
    const answer = syncAnswer.safeParse(JSON.parse(body));
    if (!answer.success)
      throw new Error(`the app's functions can't be read: ${answer.error.message}`);
    const functions = JSON.stringify(answer.data.functions);
    if (functions === this.functions) return false;
    await saveRegistration(this.parts.sql, { app: answer.data.app_id, functions, at: now() });
    await this.use(functions);
    return true;
  }

  private async use(functions: string): Promise<void> {
    const { definitions, refusals } = readDefinitions(JSON.parse(functions));
    for (const refusal of refusals) log.error(refusal, "engine.function.refused");
    const watched: Watches = new Map();
    const cancels = definitions.flatMap(({ cancels }) =>
      cancels.map(({ event, path }) => ({ event, path: path.join(".") })),
    );
    for (const { event, path } of [...cancels, ...(await watches(this.parts.sql))])
      watched.set(event, (watched.get(event) ?? new Set()).add(path));
    this.catalogue = new Catalogue(definitions);
    this.watches = watched;
    this.refusals = refusals;
    this.functions = functions;
    this.known = true;
  }
}
