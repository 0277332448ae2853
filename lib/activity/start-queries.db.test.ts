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
import { closeDb } from "@/lib/db";
import {
  countByDay,
  countByStatus,
  countWell,
  firstRunAt,
  listCauses,
  storeProgress,
} from "./start-queries";

afterAll(closeDb);

const day = {
  from: new Date("2026-10-24T22:00:00Z"),
  until: new Date("2026-10-25T23:00:00Z"),
};
const at = (time: string) => new Date(`2026-10-${time}Z`);

let storeId: string;
let parts: Parameters<typeof makeRun>[1];

beforeEach(async () => {
  storeId = (await makeStore()).id;
  const product = await makeProduct(storeId);
  const integration = await makeIntegration(storeId, { name: "Stare konto" });
  parts = {
    ...(await makeAutomation(storeId, {
      productId: product.id,
      name: "Do listy",
      version: { integrationId: integration.id },
    })),
    customer: await makeCustomer(storeId),
    event: await makeEvent(storeId),
  };
});

test("counts a day of the store's zone, also the one with 25 hours", async () => {
  await makeRun(storeId, parts, { status: "done", dueAt: at("24T21:59:59") });
  await makeRun(storeId, parts, { status: "done", dueAt: at("24T22:00:00") });
  await makeRun(storeId, parts, { status: "already", dueAt: at("25T01:30:00") });
  await makeRun(storeId, parts, { status: "failed", dueAt: at("25T22:59:59") });
  await makeRun(storeId, parts, { status: "done", dueAt: at("25T23:00:00") });
  expect(await countByStatus(storeId, day)).toEqual({ done: 1, already: 1, failed: 1 });
  expect(await countWell(storeId, [day, { from: at("24T00:00:00"), until: day.from }])).toEqual([
    2, 1,
  ]);
  const all = { from: at("01T00:00:00"), until: at("31T00:00:00") };
  expect(await countByDay(storeId, "Europe/Warsaw", all)).toEqual([
    { day: "2026-10-24", well: 1, ill: 0 },
    { day: "2026-10-25", well: 2, ill: 1 },
    { day: "2026-10-26", well: 1, ill: 0 },
  ]);
  expect(await firstRunAt(storeId)).toEqual(at("24T21:59:59"));
});

test("groups failures by what mends them", async () => {
  const second = await makeAutomation(storeId, {
    productId: parts.automation.productId,
    version: { integrationId: parts.version.integrationId },
  });
  const failed = { status: "failed" as const, dueAt: at("25T01:00:00") };
  await makeRun(storeId, parts, { ...failed, fault: "auth" });
  const other = { ...parts, ...second, customer: await makeCustomer(storeId) };
  await makeRun(storeId, other, { ...failed, fault: "auth", dueAt: at("25T02:00:00") });
  await makeRun(storeId, parts, { ...failed, fault: "config", dueAt: at("25T03:00:00") });
  await makeRun(storeId, other, { ...failed, fault: "config", dueAt: at("25T04:00:00") });
  await makeRun(storeId, parts, { ...failed, status: "unknown", fault: "unknown" });
  await makeRun(storeId, parts, { status: "done", dueAt: at("25T05:00:00") });
  await makeRun(storeId, parts, { ...failed, fault: "auth", dueAt: at("01T00:00:00") });
  const causes = await listCauses(storeId, day.from);
  expect(causes.map(({ fault, runs, customers }) => [fault, runs, customers])).toEqual([
    ["config", 1, 1],
    ["config", 1, 1],
    ["auth", 2, 2],
    ["unknown", 1, 1],
  ]);
  expect(causes[2]).toMatchObject({
    since: at("25T01:00:00"),
    integration: { name: "Stare konto", connection: "connected" },
  });
});

test("knows how far a new store has come", async () => {
  const empty = await makeStore();
  const nothing = { product: false, integration: false, automation: false, run: false };
  expect(await storeProgress(empty.id)).toEqual(nothing);
  await makeProduct(empty.id, { savedAt: null });
  expect(await storeProgress(empty.id)).toEqual(nothing);
  await makeRun(storeId, parts);
  expect(await storeProgress(storeId)).toEqual({
    product: true,
    integration: true,
    automation: true,
    run: true,
  });
  expect(await firstRunAt(empty.id)).toBeUndefined();
  expect(await listCauses(empty.id, day.from)).toEqual([]);
});
