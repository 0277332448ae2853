import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { dueAmongMany, dueTogether } from "./due";
import { latency } from "./latency";
import { haveWaiting, steerMany } from "./steering";
import { throughput } from "./throughput";
import { editWhileMany } from "./waiting";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    seconds: { type: "string", default: "60" },
    runs: { type: "string", default: "200" },
    among: { type: "string", default: "500" },
    flood: { type: "string", default: "10" },
    waiting: { type: "string", default: "100000" },
  },
});

// lib/env.ts asks for them; nothing that is measured here opens a secret.
process.env.NEXTAUTH_SECRET ??= randomBytes(16).toString("hex");
process.env.SECRETS_KEY ??= `bench:${randomBytes(32).toString("base64")}`;

console.log(`Event posted, tool called, 5 events a second for ${values.seconds} s`);
const called = await latency(Number(values.seconds));
console.log(`${values.waiting} runs begin to wait`);
const waiting = await haveWaiting(Number(values.waiting));
console.log(`${values.runs} runs due in the same second, a minute from now`);
const due = await dueTogether(Number(values.runs));
console.log(`All ${values.waiting} cancelled, given back, and moved twice`);
const steered = await steerMany(waiting);
console.log(`${values.among} runs due within a minute, while the engine is told of these`);
const among = await dueAmongMany(Number(values.among));
console.log(`An edit while ${values.waiting} runs wait: seen, moved, cancelled`);
const edit = await editWhileMany(Number(values.waiting));
console.log(`As many events as are taken, for ${values.flood} s`);
const taken = await throughput(Number(values.flood));

console.table({ "all that wait, steered together (each under 5,000 ms)": steered });
console.table({
  "an edit of runs that wait (preview under 1,000, each deed under 5,000 ms)": edit,
});
console.table({ "the engine's memory while they come due, MB (flat)": among.engine });
console.table({
  "event posted → tool called, ms": called,
  "due in one second → begun, ms late": due,
  "due among many → begun, ms late (p99 under 5,000)": among.late,
  "event posted → answered, ms": taken,
});
const machine = { cores: cpus().length, node: process.version };
const results = { ...machine, called, due, steered, among, edit, taken };
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
else console.log(JSON.stringify(results));
