import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeMember,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { closeDb, db } from "@/lib/db";
import { getRun } from "@/lib/runs/queries";
import { listVersions } from "./history-queries";
import type { AutomationInput } from "./input";
import { publishAutomation } from "./publish";
import { activeVersions, getAutomation, updateAutomation } from "./queries";

afterAll(closeDb);

let storeId: string;
let userId: string;
let given: AutomationInput;

beforeEach(async () => {
  storeId = (await makeStore()).id;
  userId = (await makeMember(storeId)).id;
  const product = await makeProduct(storeId);
  const integration = await makeIntegration(storeId, { tool: "getresponse" });
  given = {
    productId: product.id,
    name: "Do listy",
    trigger: "purchase",
    moment: { side: "after", unit: "weeks", value: 2 },
    late: "skip",
    conditions: [],
    exitRules: [],
    sendingWindow: null,
    tool: "getresponse",
    integrationId: integration.id,
    action: "add",
    input: { campaign: "p1" },
    labels: { campaign: "Absolwenci" },
  };
});

describe("publishing", () => {
  test("a new automation is version 1 and switched on", async () => {
    const { automationId, version } = await publishAutomation(storeId, userId, given);
    expect(version).toBe(1);
    const found = await getAutomation(storeId, automationId);
    expect(found.automation).toMatchObject({ name: "Do listy", enabled: true, version: 1 });
    expect(found.version).toMatchObject({ number: 1, createdBy: userId, input: given.input });
    expect(found.author).toBe("Anna Nowak");
  });

  test("an edit is the next version; runs that wait keep theirs", async () => {
    const first = await publishAutomation(storeId, userId, given);
    const { automation, version } = await getAutomation(storeId, first.automationId);
    const customer = await makeCustomer(storeId);
    const event = await makeEvent(storeId);
    const waiting = await makeRun(storeId, { automation, version, customer, event });

    const second = await publishAutomation(storeId, userId, { ...given, moment: null }, first);
    expect(second).toEqual({ ...first, version: 2 });
    const versions = await listVersions(storeId, first.automationId);
    expect(versions.map(({ number, moment }) => [number, moment])).toEqual([
      [2, null],
      [1, given.moment],
    ]);
    expect(await getRun(storeId, waiting.id)).toEqual(waiting);
    const [active] = await activeVersions(db(), storeId, given.productId, ["purchase"]);
    expect(active?.version.number).toBe(2);
  });

  test("a new name alone makes no version", async () => {
    const first = await publishAutomation(storeId, userId, given);
    const renamed = await publishAutomation(storeId, userId, { ...given, name: "Inaczej" }, first);
    expect(renamed.version).toBe(1);
    const { automation } = await getAutomation(storeId, first.automationId);
    expect(automation.name).toBe("Inaczej");
  });

  test("who saw an older version is told, and nothing changes", async () => {
    const first = await publishAutomation(storeId, userId, given);
    await publishAutomation(storeId, userId, { ...given, moment: null }, first);
    const late = publishAutomation(storeId, userId, { ...given, late: "run_now" }, first);
    await expect(late).rejects.toThrow("automationChanged");
    expect(await listVersions(storeId, first.automationId)).toHaveLength(2);
  });

  test("of two at once one is published, the other told", async () => {
    const first = await publishAutomation(storeId, userId, given);
    const both = await Promise.allSettled([
      publishAutomation(storeId, userId, { ...given, late: "run_now" }, first),
      publishAutomation(storeId, userId, { ...given, moment: null }, first),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listVersions(storeId, first.automationId)).toHaveLength(2);
  });
});

describe("refused", () => {
  test("a draft of a product", async () => {
    const draft = await makeProduct(storeId, { savedAt: null });
    const wrong = publishAutomation(storeId, userId, { ...given, productId: draft.id });
    await expect(wrong).rejects.toThrow("productIsDraft");
  });

  test("an integration of another tool, of another store, or deleted", async () => {
    const other = await makeStore();
    const wrong = [
      await makeIntegration(storeId, { tool: "webhook" }),
      await makeIntegration(other.id, { tool: "getresponse" }),
      await makeIntegration(storeId, { tool: "getresponse", deletedAt: new Date(0) }),
    ];
    for (const { id } of wrong) {
      const publishing = publishAutomation(storeId, userId, { ...given, integrationId: id });
      await expect(publishing).rejects.toThrow("integrationGone");
    }
  });

  test("a product or automation of another store", async () => {
    const mine = await publishAutomation(storeId, userId, given);
    const other = await makeStore();
    const product = await makeProduct(other.id);
    const free = { ...given, integrationId: null };
    await expect(publishAutomation(other.id, userId, free)).rejects.toThrow("notFound");
    const theirs = { ...free, productId: product.id };
    await expect(publishAutomation(other.id, userId, theirs, mine)).rejects.toThrow("notFound");
    expect(await listVersions(storeId, mine.automationId)).toHaveLength(1);
  });

  test("another product for an automation that runs", async () => {
    const mine = await publishAutomation(storeId, userId, given);
    const product = await makeProduct(storeId);
    const moved = publishAutomation(storeId, userId, { ...given, productId: product.id }, mine);
    await expect(moved).rejects.toThrow("notFound");
  });
});

test("what is switched off or deleted is not planned any more", async () => {
  const { automationId } = await publishAutomation(storeId, userId, given);
  const planned = () => activeVersions(db(), storeId, given.productId, ["purchase"]);
  expect(await planned()).toHaveLength(1);
  expect(await activeVersions(db(), storeId, given.productId, ["qr_scanned"])).toEqual([]);
  await updateAutomation(db(), storeId, automationId, { enabled: false });
  expect(await planned()).toEqual([]);
});
