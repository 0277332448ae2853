import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulators, startEmulators } from "@/e2e/emulators/server";
import { exampleBeside } from "./conformance/conform";
import { act, inputOf, speaksHttp, subjectOf, tryOut } from "./conformance/subject";
import { openHttp } from "./http";
import { unpaced } from "./pace";
import { tools } from "./registry";
import type { Exchange, Tool } from "./tool";
import { detourTo, openWire } from "./wire";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(() => emulators.stop());

/** Each action twice, so that it finds the customer there as well as missing. */
async function mostOf(tool: Tool): Promise<number> {
  const subject = subjectOf(tool, await exampleBeside(tool.id), emulators);
  if (!speaksHttp(subject)) return 1;
  emulators.control(subject.emulator, { reset: true, rateLimit: "off" });
  const { credentials } = subject.example;
  let most = 0;
  for (const action of [...Object.keys(tool.actions), ...Object.keys(tool.actions)]) {
    const exchanges: Exchange[] = [];
    const wire = openWire(detourTo(emulators.origin));
    const http = openHttp({ tool, credentials, exchanges, wire, pace: unpaced });
    const input = await inputOf(subject, action);
    await tryOut(subject, () => act(subject, http, action, input));
    most = Math.max(most, exchanges.length);
  }
  return most;
}

test.each(tools.map((tool) => [tool.id, tool] as const))(
  "%s says how many requests one of its runs makes",
  async (_, tool) => expect(await mostOf(tool)).toBeLessThanOrEqual(tool.limits.perRun ?? 1),
);
