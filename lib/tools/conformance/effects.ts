import { setTimeout as wait } from "node:timers/promises";
import { ADA } from "../fake-http";
import { formsOf } from "../record";
import { secretsOf } from "../request";
import type { Finding } from "./answers";
import { act, inputOf, type Subject, tryOut } from "./subject";

/** Longer than any emulator keeps work in its queue. */
const SETTLED_MS = 10 * 60 * 1000;

/** Each action twice, in the tool's own order, so that removing finds what adding left. */
export async function tryEffects(subject: Subject, pass: (ms: number) => void): Promise<Finding[]> {
  const gaps: Record<"effect" | "twice" | "plus", string[]> = { effect: [], twice: [], plus: [] };
  subject.emulators.control(subject.emulator, { reset: true, rateLimit: "off" });
  for (const action of Object.keys(subject.tool.actions)) {
    const name = `${subject.tool.name}, ${action}`;
    const input = await inputOf(subject, action);
    const run = async () => {
      const tried = await tryOut(subject, () => act(subject, subject.door(), action, input));
      pass(SETTLED_MS);
      await wait(0);
      return { ...tried, state: stateOf(subject) };
    };
    const before = stateOf(subject);
    const first = await run();
    const second = await run();
    if (!["done", "accepted"].includes(first.verdict))
      gaps.effect.push(`${name}: ${first.verdict}`);
    if (first.state === before) gaps.effect.push(`${name}: changed nothing`);
    if (!["done", "already", "accepted"].includes(second.verdict))
      gaps.twice.push(`${name}: the second time ${second.verdict}`);
    if (second.state !== first.state) gaps.twice.push(`${name}: the second time changed something`);
    if (!isKept(first.state)) gaps.plus.push(`${name}: the address was not kept`);
  }
  return [
    { row: "each action takes effect", gaps: gaps.effect },
    { row: "twice changes nothing more", gaps: gaps.twice },
    { row: "+ in an address survives", gaps: gaps.plus },
  ];
}

/** What a tool answers may hold our secrets: as it stands, in URLs, in JSON, in Basic credentials. */
export async function trySecrets(subject: Subject): Promise<Finding[]> {
  const { tool, example, emulators, emulator } = subject;
  const connection = tool.connect(example.credentials);
  const secrets = secretsOf(tool, example.credentials, connection).flatMap(formsOf);
  for (const status of [200, 400, 401, 403, 404, 422, 500, 302]) {
    const echo = secrets.join(" ");
    const body = { message: echo, detail: echo, title: echo, errors: [{ message: echo }] };
    const headers = { location: `https://example.com/?key=${encodeURIComponent(echo)}` };
    emulators.control(emulator, {
      clearFaults: true,
      faults: [{ kind: "answer", status, body, headers }],
    });
    for (const action of Object.keys(tool.actions))
      await tryOut(subject, () =>
        act(subject, subject.door(), action, firstInput(subject, action)),
      );
    await tryOut(subject, () =>
      tool.check({ http: subject.door(), credentials: example.credentials }),
    );
  }
  emulators.control(emulator, { clearFaults: true });
  const kept = JSON.stringify(subject.traces);
  const found = secrets.filter((secret) => kept.includes(secret));
  const gaps = found.map((secret) => `${tool.name}: …${secret.slice(-6)} was kept`);
  return [{ row: "secrets stand nowhere", gaps }];
}

const firstInput = ({ tool, example }: Subject, action: string) => ({
  ...Object.fromEntries(Object.keys(tool.actions[action]?.fields ?? {}).map((name) => [name, "1"])),
  ...example.input?.[action],
});

/** What the tool holds, without what is only about when and how often. */
function stateOf({ emulators, emulator }: Subject): string {
  const state = { ...emulators.state()[emulator] };
  return JSON.stringify(state, (key, value) => {
    if (/^(requests|jobs|at|\w+At|headers)$/.test(key)) return undefined;
    return key === "deliveries" ? oncePerMessage(value) : value;
  });
}

/** A receiver tells repetitions by their id: two deliveries of one message are one. */
function oncePerMessage(deliveries: { headers: Record<string, string>; body: string }[]) {
  const byId = new Map(deliveries.map(({ headers, body }) => [headers["webhook-id"], body]));
  return Object.fromEntries(byId);
}

/** The whole address stands in what the tool holds, or it holds no part of it. */
function isKept(state: string): boolean {
  const address = ADA.email.toLowerCase();
  const rest = state.toLowerCase().replaceAll(address, "");
  return !rest.includes(address.slice(address.indexOf("+") + 1)) && !/ada( |%2b)kurs/.test(rest);
}
