import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unsubscribed } from "@/e2e/emulators/seed/people";
import { type Emulators, startEmulators } from "@/e2e/emulators/server";
import { SPECS_FOLDER } from "@/e2e/specs-folder";
import { exampleBeside } from "./conformance/conform";
import { type Spec, specsIn, startProxy, VIOLATION } from "./conformance/prism";
import { act, inputOf, type Subject, subjectOf, tryOut } from "./conformance/subject";
import { ADA } from "./fake-http";
import { openHttp } from "./http";
import { unpaced } from "./pace";
import { tools } from "./registry";
import type { Exchange, Tool } from "./tool";
import { openWire } from "./wire";

const specs = await specsIn(SPECS_FOLDER);
const LATER_MS = 10 * 60 * 1000;

let ahead = 0;
let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ now: () => Date.now() + ahead });
});
afterAll(() => emulators.stop());

test("says whether the contracts are checked", () => {
  const found = specs.map(({ name }) => name).join(", ");
  const notice = found
    ? `Contracts checked against ${found}.`
    : `Contracts NOT checked: there are no documents in ${SPECS_FOLDER} (SPECS_DIR).`;
  process.stderr.write(`${notice}\n`);
  // A folder whose documents we could not find would check nothing, and say so to nobody.
  expect(specs.length > 0).toBe(existsSync(SPECS_FOLDER));
});

describe.each(specs)("$name", (spec) => {
  test("neither adapter nor emulator breaks the vendor's document", async () => {
    const { subject, exchanges, stop } = await proxied(spec);
    try {
      const verdicts = await tryEverything(subject);
      const broken = exchanges.filter(({ received }) => received.includes(VIOLATION));
      expect(broken.map(({ method, url, received }) => [method, url, received])).toEqual([]);
      expect(
        verdicts.filter(([, verdict]) => !/^(answered|done|already|accepted)$/.test(verdict)),
      ).toEqual([]);
      expect(exchanges.length).toBeGreaterThan(verdicts.length);
    } finally {
      await stop();
    }
  }, 120_000);
});

/** A tool whose door leads through the proxy to its emulator. */
async function proxied(spec: Spec) {
  const tool = await toolOf(spec);
  const example = await exampleBeside(tool.id);
  const subject = subjectOf(tool, example, emulators);
  emulators.control(subject.emulator, { reset: true, rateLimit: "off" });
  const { host } = new URL(tool.connect(example.credentials).baseUrl);
  const base = spec.server.pathname.replace(/\/$/, "");
  const proxy = await startProxy(spec.file, `${emulators.origin}/${host}${base}`);
  const detour = (url: URL) => new URL(proxy.origin + url.pathname.slice(base.length) + url.search);
  const exchanges: Exchange[] = [];
  const { credentials } = example;
  const http = openHttp({ tool, credentials, exchanges, wire: openWire(detour), pace: unpaced });
  return { subject: { ...subject, door: () => http }, exchanges, stop: proxy.stop };
}

/**
 * The check, every list, and each action twice: with an effect, and without. Then the same for
 * somebody whom the tool may refuse; only how it is said is looked at there.
 */
async function tryEverything(subject: Subject): Promise<[string, string][]> {
  const { tool, example } = subject;
  const http = subject.door();
  const check = () => tool.check({ http, credentials: example.credentials });
  const verdicts: [string, string][] = [["check", (await tryOut(subject, check)).verdict]];
  for (const [name, load] of Object.entries(tool.choices ?? {}))
    verdicts.push([name, (await tryOut(subject, () => load({ http, chosen: {} }))).verdict]);
  for (const contact of [ADA, unsubscribed])
    for (const name of Object.keys(tool.actions)) {
      const input = await inputOf(subject, name);
      for (let time = 0; time < 2; time++) {
        const tried = await tryOut(subject, () => act(subject, http, name, input, contact));
        if (contact === ADA) verdicts.push([name, tried.error?.message ?? tried.verdict]);
        ahead += LATER_MS;
      }
    }
  return verdicts;
}

/** The tool that talks to the host of a document, or to another account's host beside it. */
async function toolOf({ name, server }: Spec): Promise<Tool> {
  const hosts = await Promise.all(
    tools.map(async (tool) => {
      const { baseUrl } = tool.connect((await exampleBeside(tool.id)).credentials);
      return { tool, host: URL.canParse(baseUrl) ? new URL(baseUrl).host : "" };
    }),
  );
  const beside = (host: string) => host.split(".").slice(1).join(".");
  const found =
    hosts.find(({ host }) => host === server.host) ??
    hosts.find(({ host }) => beside(host) === beside(server.host));
  if (!found) throw new Error(`No tool talks to ${server.host}, which ${name} describes`);
  return found.tool;
}
