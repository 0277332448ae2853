import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { SAMPLE_EVENTS } from "@/lib/easycart/event-name";
import { sampleEvent } from "@/lib/easycart/samples";
import { SIGNATURE_HEADER, signBody } from "@/lib/easycart/sign";
import { root } from "./root.mjs";

const usage = `npm run easycart -- <event> [options]

  --email ADDRESS   the customer (default anna.nowak@example.com)
  --product ID      EasyCart's id of the product (default: the product of the address)
  --url ADDRESS     where to post (default: the demo store of the running copy)
  --key KEY         the signing key (default: the demo store's; "" sends without a signature)
  --count N         so many events, each of another customer (+1, +2 … in the address)

Events: ${SAMPLE_EVENTS.join(", ")}`;

const demo = z.object({ easycartUrl: z.url(), signingKey: z.string() });
const count = z.coerce.number().int().min(1).max(10_000);

function read() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      email: { type: "string", default: "anna.nowak@example.com" },
      product: { type: "string" },
      url: { type: "string" },
      key: { type: "string" },
      count: { type: "string", default: "1" },
    },
  });
  const event = z.enum(SAMPLE_EVENTS).safeParse(positionals[0]);
  if (!event.success) throw new Error(`Unknown event: ${positionals[0] ?? "none"}\n\n${usage}`);
  return { ...values, event: event.data, count: count.parse(values.count), ...target(values) };
}

/** The address and key given, else those that a running start wrote down. */
function target({ url, key }: { url?: string; key?: string }) {
  const file = join(process.env.DATA_DIR || join(root, ".data"), "demo.json");
  if (url) return { url, key };
  if (!existsSync(file)) throw new Error(`No copy is running (${file} is missing). Give --url.`);
  const { easycartUrl, signingKey } = demo.parse(JSON.parse(readFileSync(file, "utf8")));
  return { url: easycartUrl, key: key ?? signingKey };
}

async function post(url: string, payload: unknown, key: string | undefined) {
  const body = JSON.stringify(payload);
  const signature: Record<string, string> = key ? { [SIGNATURE_HEADER]: signBody(body, key) } : {};
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...signature },
    body,
  });
  console.log(`${response.status} ${await response.text()}`);
  return response.ok;
}

/** A demo may have been moved ahead: what happens in its shop happens in its present. */
async function present(url: string): Promise<Date | undefined> {
  const health = z.object({ at: z.coerce.date() });
  const answer = await fetch(new URL("/api/health", url));
  return health.safeParse(await answer.json().catch(() => null)).data?.at;
}

async function main() {
  const { event, email, product, url, key, count: times } = read();
  const now = await present(url);
  const [name, host] = email.split("@");
  for (let number = 1; number <= times; number++) {
    const address = times === 1 ? email : `${name}+${number}@${host}`;
    const payload = sampleEvent(event, { email: address, productId: product, now });
    if (!(await post(url, payload, key))) process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
