import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Target } from "./fixture-app";

const MAIN = `${import.meta.dirname}/../main.ts`;

/** The engine as `npm start` runs it: a process of its own, which can be killed. */
export class EngineProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(
    target: Target,
    given: { databaseUrl: string; appUrl: string },
  ): Promise<EngineProcess> {
    const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", MAIN], {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        // biome-ignore lint/style/noProcessEnv: a child process gets what the test has
        ...process.env,
        DATABASE_URL: given.databaseUrl,
        INNGEST_EVENT_KEY: target.eventKey,
        INNGEST_SIGNING_KEY: target.signingKey,
        ENGINE_APP_URL: given.appUrl,
        ENGINE_PORT: new URL(target.baseUrl || "http://engine:0").port || "0",
      },
    });
    const url = await new Promise<string>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`The engine ended with ${code}`)));
      createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
        const [, address] = /^ready (\S+)$/.exec(line) ?? [];
        if (address) resolve(address);
      });
    });
    return new EngineProcess(child, url);
  }

  /** Gives the exit code, null for one that was killed. */
  async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.child.once("exit", resolve));
    this.child.kill(signal);
    return ended;
  }
}
