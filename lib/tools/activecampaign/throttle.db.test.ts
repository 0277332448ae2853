import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulators, startEmulators } from "@/e2e/emulators/server";
import { closeDb } from "@/lib/db";
import { act, subjectOf } from "../conformance/subject";
import { openHttp } from "../http";
import { detourTo, openWire } from "../wire";
import { example } from "./example";
import { activecampaign } from "./index";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(async () => {
  await emulators.stop();
  await closeDb();
});

test("runs that come at once never put more than five requests into any second", async () => {
  const { credentials } = example;
  const wire = openWire(detourTo(emulators.origin));
  const subject = subjectOf(activecampaign, example, emulators);
  const runs = Array.from({ length: 12 }, (_, i) => {
    const http = openHttp({ tool: activecampaign, credentials, exchanges: [], wire });
    return act(subject, http, "add", { list: "1" }, { email: `klient${i}@poczta.example` });
  });
  expect(await Promise.all(runs)).toEqual(runs.map(() => ({ outcome: "done" })));
  const log = emulators.log("activecampaign");
  const densest = log.map(({ at }) => log.filter((o) => o.at >= at && o.at < at + 1_000).length);
  expect(log.filter(({ status }) => status === 429)).toEqual([]);
  expect(Math.max(...densest)).toBeLessThanOrEqual(5);
}, 30_000);
