import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

const require = createRequire(import.meta.url);

/** How a proxied answer shows that it, or its request, breaks the vendor's document. */
export const VIOLATION = "stoplight.io/prism/errors";

const document = z.object({
  servers: z.array(
    z.object({
      url: z.string(),
      variables: z.record(z.string(), z.object({ default: z.string() })).optional(),
    }),
  ),
});

export type Spec = {
  file: string;
  name: string;
  /** Where the vendor serves it; the account's own part of a host may be another. */
  server: URL;
};

/** The vendors' documents in a folder; none where there is no such folder. */
export async function specsIn(folder: string): Promise<Spec[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".json")).toSorted();
  return Promise.all(
    files.map(async (name) => {
      const { servers } = document.parse(JSON.parse(await readFile(join(folder, name), "utf8")));
      const { url = "", variables = {} } = servers[0] ?? {};
      const filled = url.replace(/\{(\w+)\}/g, (_, key: string) => variables[key]?.default ?? key);
      return { file: join(folder, name), name: basename(name, ".json"), server: new URL(filled) };
    }),
  );
}

/** Starts a proxy that holds both sides to a document. Resolves when it listens. */
export async function startProxy(file: string, upstream: string) {
  const port = await freePort();
  const cli = require.resolve("@stoplight/prism-cli/dist/index.js");
  const args = [cli, "proxy", "--errors", "-h", "127.0.0.1", "-p", String(port), file, upstream];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const listening = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (/is listening/i.test(said)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`The proxy ended with ${code}:\n${said}`)));
  });
  await Promise.race([listening, wait(60_000).then(() => Promise.reject(new Error(said)))]);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
