import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { dueAmongMany, dueTogether } from "./due";
import { latency } from "./latency";
import { haveWaiting, joinCopy, steerMany, untilTold } from "./steering";
import { throughput } from "./throughput";
import { editWhileMany } from "./waiting";

const PARTS = ["called", "due", "steered", "edit", "taken"] as const;

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    /** Some of PARTS, with commas between them. */
    only: { type: "string", default: PARTS.join() },
    seconds: { type: "string", default: "60" },
    runs: { type: "string", default: "200" },
    among: { type: "string", default: "500" },
    flood: { type: "string", default: "10" },
    waiting: { type: "string", default: "100000" },
  },
});
const asked = values.only.split(",");
const unknown = asked.filter((part) => !PARTS.some((known) => known === part));
if (unknown.length > 0)
  throw new Error(`--only takes ${PARTS.join(", ")}; not ${unknown.join(", ")}.`);

// lib/env.ts asks for them; nothing that is measured here opens a secret.
process.env.NEXTAUTH_SECRET ??= randomBytes(16).toString("hex");
process.env.SECRETS_KEY ??= `bench:${randomBytes(32).toString("base64")}`;

await joinCopy();

/** Says what is measured, and measures it if it was asked for. */
async function measure<T>(
  part: (typeof PARTS)[number],
  what: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (!asked.includes(part)) return undefined;
  console.log(what);
  return await work();
}

const { waiting: many } = values;
const called = await measure(
  "called",
  `Event posted, tool called, 5 events a second for ${values.seconds} s`,
  () => latency(Number(values.seconds)),
);
const together = () => dueTogether(Number(values.runs));
const sameSecond = `${values.runs} runs due in the same second, a minute from now`;
const alone = await measure("due", sameSecond, together);
const waiting = ["due", "steered"].some((part) => asked.includes(part))
  ? await haveWaiting(Number(many))
  : undefined;
const due = await measure("due", `${sameSecond}, while ${many} others wait`, together);
const steered =
  waiting &&
  (await measure("steered", `All ${many} cancelled, given back, and moved three times`, () =>
    steerMany(waiting),
  ));
const among = await measure(
  "steered",
  `${values.among} runs due within a minute, while the engine is told of these`,
  () => dueAmongMany(Number(values.among)),
);
if (steered) await untilTold();
const edit = await measure("edit", `An edit while ${many} runs wait: seen, moved, cancelled`, () =>
  editWhileMany(Number(many)),
);
const taken = await measure("taken", `As many events as are taken, for ${values.flood} s`, () =>
  throughput(Number(values.flood)),
);

if (steered) console.table({ "all that wait, steered together (each under 5,000 ms)": steered });
if (edit)
  console.table({
    "an edit of runs that wait (preview under 1,000, each deed under 5,000 ms)": edit,
  });
if (among) console.table({ "the engine's memory while they come due, MB (flat)": among.engine });
const spreads = {
  "event posted → tool called, ms": called,
  "due in one second → begun, ms late": alone,
  "the same while very many wait, ms late": due,
  "due among many → begun, ms late (p99 under 5,000)": among?.late,
  "event posted → answered, ms": taken,
};
console.table(Object.fromEntries(Object.entries(spreads).filter(([, spread]) => spread)));
const machine = { cores: cpus().length, node: process.version };
const results = { ...machine, called, alone, due, steered, among, edit, taken };
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
else console.log(JSON.stringify(results));
