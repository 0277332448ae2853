import { afterAll, expect, test } from "vitest";
import {
  makeAutomation,
  makeIntegration,
  makeProduct,
  makeStore,
} from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { setAddress } from "@/lib/forwarding/queries";
import type { Moment } from "./moment";
import { twinsOf } from "./twins";

afterAll(closeDb);

const later: Moment = { side: "after", unit: "days", value: 2 };
const HOOK = "https://hook.example.com/abc";

async function storeWithLetter() {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId);
  const version = {
    ...{ trigger: "subscription_ended" as const, moment: later },
    input: { to: "a@example.com", subject: "x" },
  };
  const made = await makeAutomation(storeId, { productId: product.id, name: "Pierwsza", version });
  const given = { ...made.version, productId: product.id, name: "Druga" };
  return { storeId, product, made, given };
}

test("a twin does the same for the same people at the same moment", async () => {
  const { storeId, made, given } = await storeWithLetter();
  const twins = async (change: Partial<typeof given> = {}, automationId?: string) =>
    (await twinsOf(storeId, { ...given, ...change }, automationId)).map(({ kind }) => kind);
  expect(await twins()).toEqual(["same"]);
  expect(await twins({ moment: { value: 2, unit: "days", side: "after" } })).toEqual(["same"]);
  expect(await twins({}, made.automation.id)).toEqual([]);
  expect(await twins({ moment: null })).toEqual([]);
  expect(await twins({ trigger: "purchase" })).toEqual([]);
  const sendingWindow = { days: [6, 7], from: 480, until: 1200 };
  expect(await twins({ sendingWindow })).toEqual(["same"]);
  expect(await twins({ input: { to: "b@example.com", subject: "x" } })).toEqual([]);
  expect(await twins({ productId: (await makeProduct(storeId)).id })).toEqual([]);
});

test("two triggers that one end brings about make a pair", async () => {
  const { storeId, given } = await storeWithLetter();
  const twins = await twinsOf(storeId, { ...given, trigger: "access_expired", moment: null });
  expect(twins).toMatchObject([{ kind: "pair", name: "Pierwsza" }]);
});

const plan = (value: string) => [{ fact: "plan", is: "equal", value } as const];

test("conditions that no event fulfils together keep twins apart", async () => {
  const { storeId, product, given } = await storeWithLetter();
  const version = {
    ...{ trigger: given.trigger, moment: later, conditions: plan("Roczny") },
    input: { to: "c@example.com" },
  };
  await makeAutomation(storeId, { productId: product.id, name: "Roczni", version });
  const twins = async (change: Partial<typeof given>) =>
    (await twinsOf(storeId, { ...given, input: version.input, ...change })).map(({ kind }) => kind);
  expect(await twins({ conditions: plan("roczny ") })).toEqual(["same"]);
  expect(await twins({ conditions: [] })).toEqual(["same"]);
  expect(await twins({ conditions: plan("Miesięczny") })).toEqual([]);
  const expired = { trigger: "access_expired" } as const;
  expect(await twins({ ...expired, conditions: plan("Roczny") })).toEqual(["pair"]);
  expect(await twins({ ...expired, conditions: plan("Miesięczny") })).toEqual([]);
});

test("an address told twice is named, by whichever integration or function it is told", async () => {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId);
  const [one, same, other] = await Promise.all(
    [HOOK, `${HOOK}/`, "https://hook.example.com/other"].map((url) =>
      makeIntegration(storeId, { credentials: { url } }),
    ),
  );
  const version = { tool: "webhook", action: "send", integrationId: one?.id };
  const made = await makeAutomation(storeId, { productId: product.id, name: "Do Make", version });
  const given = { ...made.version, productId: product.id, name: "Jeszcze raz" };
  const twins = (integrationId = "") => twinsOf(storeId, { ...given, integrationId });
  expect(await twins(same?.id)).toMatchObject([{ kind: "address", name: "Do Make" }]);
  expect(await twins(one?.id)).toMatchObject([{ kind: "same" }]);
  expect(await twins(other?.id)).toEqual([]);
  await setAddress(storeId, { productId: null, url: HOOK });
  expect(await twins(same?.id)).toMatchObject([
    { kind: "address" },
    { kind: "forwarding", of: "store" },
  ]);
  await setAddress(storeId, { productId: product.id, url: "https://elsewhere.example.com" });
  expect(await twins(same?.id)).toMatchObject([{ kind: "address" }]);
  const conditions = plan("Roczny");
  await makeAutomation(storeId, { productId: product.id, version: { ...version, conditions } });
  const ofMonthly = { ...given, integrationId: same?.id ?? "", conditions: plan("Miesięczny") };
  expect(await twinsOf(storeId, ofMonthly)).toMatchObject([{ kind: "address", name: "Do Make" }]);
  expect(await twins(same?.id)).toHaveLength(2);
});
