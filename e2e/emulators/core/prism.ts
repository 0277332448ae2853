import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { z } from "zod";

const PRISM = "node_modules/.bin/prism";

/** What Prism found against the vendor's document, in a request or in its answer. */
export const violations = z
  .string()
  .nullable()
  .transform((header) => JSON.parse(header ?? "[]") as unknown)
  .pipe(
    z.array(z.object({ location: z.array(z.string()), severity: z.string(), message: z.string() })),
  );

/**
 * A proxy that checks every request and answer against an OpenAPI file and says what it found in
 * the header `sl-violations`. Only for tests; resolves when it listens.
 */
export async function startPrism(spec: string, upstream: string) {
  const listening = /listening on (http:\/\/[\d.:]+)/;
  const args = ["proxy", "--host", "127.0.0.1", "--port", String(await freePort()), spec, upstream];
  const child = spawn(PRISM, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const origin = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      const found = listening.exec(line)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`prism ended with ${code}`)));
  });
  return {
    origin,
    stop: () =>
      new Promise<void>((resolve) => {
        child.removeAllListeners("exit").once("exit", () => resolve());
        child.kill();
      }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
