import { connect } from "node:net";
import { sql } from "drizzle-orm";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { sendsLetters } from "@/lib/tools/mail";

/** A part that does not answer by then counts as broken. */
const TIMEOUT_MS = 2_000;

export type PartHealth = { ok: boolean; detail?: string };

/** Works as configured, but what is missed then nobody is told of. */
const NO_MAIL: PartHealth = { ok: true, detail: "SMTP_URL is not set: no letters are sent" };

/** Each part this installation uses, asked now. What is not used is not named, but for letters. */
export async function partsHealth(): Promise<Record<string, PartHealth>> {
  const asked = Object.entries(probes()).map(
    async ([part, probe]) => [part, await heed(probe)] as const,
  );
  const answers: Record<string, PartHealth> = Object.fromEntries(await Promise.all(asked));
  return { ...(sendsLetters() ? {} : { mail: NO_MAIL }), ...answers };
}

function probes(): Record<string, () => Promise<void>> {
  const { INNGEST_BASE_URL, SMTP_URL, TOOLS_URL, INBOX_URL } = env();
  return {
    database: async () => {
      await db().execute(sql`select 1`);
    },
    engine: () => answersOk(new URL("/health", INNGEST_BASE_URL ?? "https://inn.gs")),
    ...(SMTP_URL && { mail: () => accepts(new URL(SMTP_URL)) }),
    ...(TOOLS_URL && { tools: () => answersOk(new URL("/state.json", TOOLS_URL)) }),
    ...(INBOX_URL && { inbox: () => answersOk(new URL("/api/config", INBOX_URL)) }),
  };
}

async function heed(probe: () => Promise<void>): Promise<PartHealth> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${TIMEOUT_MS} ms`)), TIMEOUT_MS).unref();
  });
  try {
    await Promise.race([probe(), late]);
    return { ok: true };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

async function answersOk(url: URL): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await response.text();
  if (!response.ok) throw new Error(`answered ${response.status}: ${text.slice(0, 300)}`);
}

/** A connection is enough: a greeting and a sign-in at every look would fill the mail server's log. */
function accepts({ hostname, port, protocol }: URL): Promise<void> {
  const fallback = protocol === "smtps:" ? 465 : 587;
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) || fallback }, () => {
      socket.end();
      resolve();
    });
    socket.once("error", reject);
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error("no answer")));
  });
}
