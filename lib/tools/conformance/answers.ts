import { now } from "@/lib/clock";
import { detourTo, openWire } from "../wire";
import { type Case, casesAt } from "./cases";
import { act, inputOf, type Subject, type Tried, tryOut } from "./subject";

/** Long enough for a request to leave also on a busy machine, where none is answered. */
const TIMEOUT_MS = 500;

export type Finding = { row: string; gaps: string[] };

/** Nobody listens on this port of ours: it is closed before it is used. */
const NOBODY = "http://127.0.0.1:9";

/** Every case against every operation of a tool. */
export async function tryAnswers(subject: Subject): Promise<Finding[]> {
  const { tool, emulators, emulator } = subject;
  emulators.control(emulator, { rateLimit: "off" });
  const inputs = new Map<string, Record<string, string>>();
  for (const action of Object.keys(tool.actions))
    inputs.set(action, await inputOf(subject, action));
  const findings: Finding[] = [];
  for (const [index, { name: row }] of casesAt(now()).entries()) {
    const gaps: string[] = [];
    for (const operation of operationsOf(subject, inputs)) {
      const example = casesAt(now())[index];
      if (!example) continue;
      emulators.control(emulator, {
        clearFaults: true,
        faults: example.fault ? [example.fault] : [],
      });
      const tried = await operation.operate(example);
      const gap = gapIn(subject, example, operation.acts, tried);
      if (gap) gaps.push(`${tool.name}, ${operation.name}: ${gap}`);
    }
    findings.push({ row, gaps });
  }
  emulators.control(emulator, { clearFaults: true });
  return findings;
}

type Operation = { name: string; acts: boolean; operate: (example: Case) => Promise<Tried> };

function operationsOf(subject: Subject, inputs: Map<string, Record<string, string>>): Operation[] {
  const { tool, example } = subject;
  const doorFor = ({ fault }: Case) => {
    if (!fault) return subject.door({ wire: openWire(detourTo(NOBODY)) });
    return subject.door({ timeoutMs: fault.kind === "hang" ? TIMEOUT_MS : undefined });
  };
  const asking = (name: string, ask: (http: ReturnType<typeof doorFor>) => Promise<unknown>) => ({
    name,
    acts: false,
    operate: (tried: Case) => tryOut(subject, () => ask(doorFor(tried))),
  });
  const check = asking("check", (http) => tool.check({ http, credentials: example.credentials }));
  const lists = Object.entries(tool.choices ?? {}).map(([name, load]) =>
    asking(name, (http) => load({ http, chosen: {} })),
  );
  const actions = [...inputs].map(([name, input]) => ({
    name,
    acts: true,
    operate: (tried: Case) => tryOut(subject, () => act(subject, doorFor(tried), name, input)),
  }));
  // A check that sends nothing can be answered by nothing.
  return [...(subject.emulator === "webhooks" ? [] : [check]), ...lists, ...actions];
}

function gapIn(
  { example: { reads } }: Subject,
  example: Case,
  acts: boolean,
  { verdict, error }: Tried,
): string | undefined {
  const allowed = reads?.[example.name] ?? (acts ? example.acted : example.asked);
  if (!allowed.includes(verdict)) return `${verdict} instead of ${allowed.join(" or ")}`;
  if (!error) return undefined;
  const { retryAfter = 0, sent } = error;
  const [from, to] = example.wait ?? [0, Number.POSITIVE_INFINITY];
  if (retryAfter < from || retryAfter > to) return `waits ${retryAfter} s instead of ${from} s`;
  if (acts && example.sent !== undefined && sent !== example.sent)
    return `takes it as ${sent ? "perhaps done" : "not done"}`;
  return undefined;
}
