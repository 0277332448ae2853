import { afterAll, beforeEach, expect, test } from "vitest";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { healAlerts, raiseAlert } from "@/lib/alerts/queries";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { UNSUCCESSFUL } from "@/lib/runs/status";
import { listFailedSinceRed } from "./failed-queries";
import { latestRuns } from "./queries";

afterAll(closeDb);

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(now().getTime() - minutes * MINUTE);

let storeId: string;
let integrationId: string;
let parts: Parameters<typeof makeRun>[1];

beforeEach(async () => {
  storeId = (await makeStore()).id;
  const product = await makeProduct(storeId);
  integrationId = (await makeIntegration(storeId)).id;
  parts = {
    ...(await makeAutomation(storeId, { productId: product.id, version: { integrationId } })),
    customer: await makeCustomer(storeId),
    event: await makeEvent(storeId),
  };
});

const ended = (status: "failed" | "unknown" | "done" | "refused", minutes: number) =>
  makeRun(storeId, parts, { status, dueAt: ago(minutes), finishedAt: ago(minutes) });

const turnRed = (minutes: number) =>
  raiseAlert(db(), storeId, { integrationId }, { cause: "auth", at: ago(minutes) });

test("an integration that was never red has nothing to catch up with", async () => {
  await ended("failed", 5);
  expect(await listFailedSinceRed(storeId)).toEqual([]);
});

test("counts what failed or got lost since it last turned red, the run that showed it included, also once it is green", async () => {
  await ended("failed", 300);
  await turnRed(200);
  await healAlerts(db(), storeId, { integrationId }, ago(100));
  await ended("failed", 150);
  await turnRed(50);
  await ended("failed", 50.01);
  await ended("unknown", 20);
  await ended("done", 10);
  await ended("refused", 10);
  const found = [{ integrationId, count: 2, since: ago(51) }];
  expect((await listFailedSinceRed(storeId)).map(toMinute)).toEqual(found.map(toMinute));
  await healAlerts(db(), storeId, { integrationId }, now());
  expect((await listFailedSinceRed(storeId)).map(toMinute)).toEqual(found.map(toMinute));
});

const toMinute = <T extends { since: Date }>({ since, ...rest }: T) => ({
  ...rest,
  since: Math.round(since.getTime() / MINUTE),
});

test("the list it leads to finds exactly those", async () => {
  await ended("failed", 300);
  await turnRed(50);
  const meant = [await ended("unknown", 20), await ended("failed", 50.01)];
  const [found] = await listFailedSinceRed(storeId);
  const filter = { status: UNSUCCESSFUL, integrationId, endedSince: found?.since };
  expect((await latestRuns(storeId, filter, 9)).map(({ id }) => id)).toEqual(
    meant.map(({ id }) => id),
  );
  expect(await latestRuns(storeId, { ...filter, integrationId: "int_other" }, 9)).toEqual([]);
  expect(await latestRuns(storeId, filter, 1)).toHaveLength(1);
});
