import postgres from "postgres";
import type { Expected } from "./oracle";
import type { Call } from "./parts";
import { numberOf } from "./tell";

export type Real = {
  id: string;
  automation: string;
  version: number;
  customer: number;
  due: Date;
  status: string;
  reason: string | null;
  begun: Date | null;
  email: string;
};

/** What EasyCart is silent about is found by the minute's sweep; the rest is for a busy machine. */
const LATE_MS = 90_000;

export async function realRuns(storeId: string): Promise<Real[]> {
  const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice() {} });
  const rows = await sql<Real[]>`
    select r.id, a.name as automation, v.number as version, c.easycart_id::int as customer, r.due_at as due,
      r.status, r.reason, r.started_at as begun, r.snapshot -> 'contact' ->> 'email' as email
    from runs r join automations a on a.id = r.automation_id join automation_versions v on v.id = r.version_id
    join customers c on c.id = r.customer_id
    where r.store_id = ${storeId}`;
  await sql.end({ timeout: 5 });
  return [...rows];
}

const written = (at: number | undefined) =>
  at === undefined ? "-" : new Date(at).toISOString().replace(".000Z", "Z");

type Named = Pick<Expected, "automation" | "version" | "customer" | "status" | "reason">;

/** What tells a run from all others, as both sides know it, but for its moment. */
const nameOf = (run: Omit<Named, "status"> & { status: string }) =>
  [run.automation, `v${run.version}`, `klient-${run.customer}`, run.status, run.reason ?? ""].join(
    " | ",
  );

/** Every difference between what is and what must be, in words. */
export function differences(
  real: readonly Real[],
  expected: readonly Expected[],
  calls: readonly Call[],
): string[] {
  const found: string[] = [];
  const wanted = new Map<string, Expected[]>();
  for (const run of expected) {
    const name = nameOf(run);
    wanted.set(name, [...(wanted.get(name) ?? []), run]);
  }
  const called = group(calls);
  for (const run of real) {
    const customer = run.customer - numberOf(0);
    const name = `${nameOf({ ...run, customer })} | ${written(run.due.getTime())}`;
    const match = taken(wanted.get(nameOf({ ...run, customer })) ?? [], run.due.getTime());
    if (match) found.push(...wrongCalls(name, run, match, called.get(run.id) ?? []));
    else found.push(`unexpected  ${name}`);
  }
  for (const [name, missing] of wanted)
    for (const { due } of missing) found.push(`missing     ${name} | ${written(due)}`);
  return found.sort();
}

/**
 * Takes the run that is due at `due`; where a sending window is open as something is told, a moment
 * later, since it is told to the second and planned as soon as may be.
 */
function taken(runs: Expected[], due: number): Expected | undefined {
  const near = runs.findIndex(
    (run) => run.due === due || (run.rule.window && due > run.due && due - run.due < LATE_MS),
  );
  return near < 0 ? undefined : runs.splice(near, 1)[0];
}

function group(calls: readonly Call[]): Map<string, Call[]> {
  const groups = new Map<string, Call[]>();
  for (const call of calls) groups.set(call.run, [...(groups.get(call.run) ?? []), call]);
  return groups;
}

/** What ran was called once, within its moment, for the address that the customer had then; nothing else was. */
function wrongCalls(name: string, run: Real, expected: Expected, calls: readonly Call[]): string[] {
  if (expected.begun === undefined)
    return calls.length === 0 ? [] : [`called though ${expected.status}  ${name}`];
  const [call, ...more] = calls;
  if (!call || more.length > 0) return [`called ${calls.length} times  ${name}`];
  const late = (run.begun?.getTime() ?? 0) - expected.begun;
  const wrong: string[] = [];
  if (late < 0 || late > LATE_MS || call.at - expected.begun > LATE_MS)
    wrong.push(`begun ${run.begun?.toISOString()} instead of ${written(expected.begun)}  ${name}`);
  if (call.email !== expected.email)
    wrong.push(`sent for ${call.email} instead of ${expected.email}  ${name}`);
  return wrong;
}
