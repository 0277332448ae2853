import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Agent, request } from "undici";
import { z } from "zod";
import { type SampleOverrides, sampleEvent } from "@/lib/easycart/samples";
import { SIGNATURE_HEADER, signBody } from "@/lib/easycart/sign";

const demoFile = z.object({ easycartUrl: z.url(), signingKey: z.string(), toolsUrl: z.url() });
const state = z.object({
  webhooks: z.object({ deliveries: z.array(z.object({ body: z.string(), at: z.coerce.date() })) }),
});

/** The folder of the copy that is measured. */
export const data = process.env.DATA_DIR ?? "";
const demo = demoFile.parse(JSON.parse(readFileSync(join(data, "demo.json"), "utf8")));
const parts = z.object({ engine: z.object({ pid: z.int() }) });
const connections = new Agent({ connections: 50, pipelining: 1 });

/**
 * Posts a purchase as EasyCart would, signed. Returns when it was sent (epoch ms), how long the
 * answer took, and whether it was taken.
 */
export async function buy(overrides: SampleOverrides) {
  const body = JSON.stringify(sampleEvent("product_assigned", overrides));
  const at = performance.timeOrigin + performance.now();
  const { statusCode, body: answer } = await request(demo.easycartUrl, {
    method: "POST",
    dispatcher: connections,
    headers: {
      "content-type": "application/json",
      [SIGNATURE_HEADER]: signBody(body, demo.signingKey),
    },
    body,
  });
  await answer.dump();
  const ms = performance.timeOrigin + performance.now() - at;
  return { at, ms, taken: statusCode >= 200 && statusCode < 300 };
}

/** When a webhook reached its receiver, by the customer's address; epoch ms. The receiver keeps 1,000. */
export async function deliveries(): Promise<Map<string, number>> {
  const response = await fetch(`${demo.toolsUrl}/state.json`);
  const { webhooks } = state.parse(await response.json());
  return new Map(
    webhooks.deliveries.map(({ body, at }) => [customerIn(body), at.getTime()] as const),
  );
}

/** Waits until every customer's webhook has arrived; what has not after the time is left out. */
export async function arrivals(customers: string[], withinMs: number) {
  for (const end = performance.now() + withinMs; ; await pause(500)) {
    const found = await deliveries();
    if (performance.now() > end || customers.every((one) => found.has(one))) return found;
  }
}

function customerIn(body: string): string {
  return /"customer_email":"([^"]+)"/.exec(body)?.[1] ?? "";
}

/** One of the files in which the copy says where its parts are. */
export const read = <S extends z.ZodType>(schema: S, file: string): z.output<S> =>
  schema.parse(JSON.parse(readFileSync(join(data, file), "utf8")));

/** What the engine's process holds in memory, MB; undefined where there is no /proc. */
export function engineMemory(): number | undefined {
  try {
    const status = readFileSync(`/proc/${read(parts, "processes.json").engine.pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return undefined;
  }
}
