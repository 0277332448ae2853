import { appUrl, env } from "@/lib/env";
import { followClock } from "@/lib/follow-clock";
import { log } from "@/lib/log";
import { Engine } from "./engine";

const { DEMO, DATABASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, ENGINE_APP_URL, ENGINE_PORT } =
  env();
if (!INNGEST_EVENT_KEY || !INNGEST_SIGNING_KEY)
  throw new Error("The engine needs INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY.");

const engine = new Engine({
  databaseUrl: DATABASE_URL,
  eventKey: INNGEST_EVENT_KEY,
  signingKey: INNGEST_SIGNING_KEY,
  appUrl: ENGINE_APP_URL ?? `${appUrl()}/api/inngest`,
  port: ENGINE_PORT,
});

async function stop(signal: string): Promise<void> {
  log.info({ signal }, "engine.stop");
  try {
    await engine.stop();
  } catch (error) {
    log.error({ err: error }, "engine.stop");
  }
  process.exit(0);
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);

if (DEMO) await followClock(DATABASE_URL, () => engine.clockMoved());
const address = await engine.start();
// The process that started this one waits for the line.
process.stdout.write(`ready ${address}\n`);
