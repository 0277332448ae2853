import { parseArgs } from "node:util";
import { z } from "zod";
import { differences, realRuns } from "./compare";
import { castOnly, generate } from "./generate";
import { Oracle } from "./oracle";
import { startParts } from "./parts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    cast: { type: "boolean", default: false },
    folder: { type: "string" },
  },
});
const { seed, cast, folder } = z
  .object({ seed: z.coerce.number().int(), cast: z.boolean(), folder: z.string() })
  .parse(values);

const SHOWN = 40;
const began = performance.now();
const life = cast ? castOnly() : generate(seed);
const oracle = new Oracle(life);
const expected = oracle.tell();
const parts = await startParts(folder);
try {
  const { setClockOffset } = await import("@/lib/clock");
  const { advanceClock } = await import("@/lib/time-machine/system-queries");
  const { Store } = await import("./store");
  const { EasyCart } = await import("./tell");
  const { Living } = await import("./live");
  const first = life.acts[0]?.at ?? 0;
  setClockOffset(await advanceClock(first - 3_600_000 - Date.now()));
  const store = await Store.open(life);
  const living = new Living(life, store, new EasyCart(store, [...life.emails], life.languages));
  await living.live();
  report(differences(await realRuns(store.id), expected, parts.calls), living.moments);
} finally {
  await parts.stop();
}

function report(mismatches: string[], moments: number): void {
  const events = life.acts.filter(({ kind }) => kind === "event" || kind === "email");
  const edits = life.acts.length - events.length;
  const posted = events.reduce((sum, act) => sum + (act.kind === "event" ? act.copies : 1), 0);
  const by = (status: string) => expected.filter((run) => run.status === status).length;
  const took = Math.round((performance.now() - began) / 1000);
  for (const mismatch of mismatches.slice(0, SHOWN)) console.log(mismatch);
  console.log(
    `${cast ? "the cast" : `seed ${seed}`}: a year of ${life.automations.length} automations in ${took} s, ${moments} moments\n` +
      `  events      ${events.length} (posted ${posted} times), ${edits} edits\n` +
      `  conditions  ${oracle.unmet} times not met\n` +
      `  runs        ${expected.length}: ${by("done")} done, ${by("skipped")} skipped, ` +
      `${by("cancelled")} cancelled, ${by("waiting")} waiting at the end\n` +
      `  calls       ${parts.calls.length}\n` +
      `  mismatches  ${mismatches.length}`,
  );
  if (mismatches.length > 0) process.exitCode = 1;
}
