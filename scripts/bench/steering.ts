import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { closeDb, db } from "@/lib/db";
import { inngest } from "@/lib/inngest/client";
import { steerRuns, undoSteering } from "@/lib/runs/steer-many";
import { startPostgres } from "../pg.mjs";
import { data, engineMemory, read } from "./copy";
import { tenth } from "./statistics";
import { timed, waitingRuns } from "./waiting";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const ports = z.object({ engine: z.int() });
const secrets = z.object({ INNGEST_EVENT_KEY: z.string() });
type Waiting = Awaited<ReturnType<typeof waitingRuns>>;

/** Has this process work on the copy's tables and tell its engine. */
export async function joinCopy(): Promise<void> {
  const { url } = await startPostgres({ dir: join(data, "postgres") });
  process.env.DATABASE_URL = url;
  process.env.INNGEST_BASE_URL = `http://127.0.0.1:${read(ports, "ports.json").engine}`;
  Object.assign(process.env, read(secrets, "secrets.json"));
  inngest.setEnvVars(process.env);
}

/** Runs that wait in the copy's own tables, so that what is measured afterwards is measured beside them. */
export async function haveWaiting(count: number): Promise<Waiting> {
  const waiting = await waitingRuns(count);
  await closeDb();
  return waiting;
}

/** Waits until the engine has been told of all that was steered, or for five minutes. */
export async function untilTold(): Promise<void> {
  for (const end = Date.now() + 5 * MINUTE_MS; Date.now() < end; await pause(1_000)) {
    const soon = new Date(Date.now() + MINUTE_MS).toISOString();
    const telling = await db().execute(sql`
      select from engine.jobs j join engine.runs r on r.id = j.run_id
      where r.function_id like '%follow-steering' and j.due < ${soon}`);
    if (telling.length === 0) break;
  }
  await closeDb();
}

/**
 * How long it takes to cancel all that wait, to undo that, to move them by a day and a week, and to
 * bring all forward to tomorrow, of which the engine must be told; ms.
 */
export async function steerMany({ storeId, userId }: Pick<Waiting, "storeId" | "userId">) {
  const all = { filter: {} };
  const timeZone = "Europe/Warsaw";
  const before = engineMemory();
  const [cancelled, cancelling] = await timed(() =>
    steerRuns(storeId, userId, all, { kind: "cancel", reason: "byHand" }),
  );
  const [undone, undoing] = await timed(() => undoSteering(storeId, cancelled.id));
  const [moved, moving] = await timed(() =>
    steerRuns(storeId, userId, all, { kind: "move", days: 1, timeZone }),
  );
  const [, again] = await timed(() =>
    steerRuns(storeId, userId, all, { kind: "move", days: 7, timeZone }),
  );
  const to = new Date(Date.now() + DAY_MS);
  const [, bringing] = await timed(() => steerRuns(storeId, userId, all, { kind: "move", to }));
  await closeDb();
  return {
    ...{ cancelled: cancelled.count, restored: undone.restored, moved: moved.count },
    ...{ "cancel, ms": tenth(cancelling), "undo, ms": tenth(undoing) },
    ...{ "move, ms": tenth(moving), "move again, ms": tenth(again) },
    "bring forward, ms": tenth(bringing),
    ...{ "engine before, MB": before, "engine after, MB": engineMemory() },
  };
}
