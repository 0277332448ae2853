import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeIntegration, makeMember, makeStore } from "@/drizzle/testing/factories";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { addressFor, removeAddress, setAddress } from "@/lib/forwarding/queries";
import { recordConnection } from "@/lib/integrations/connection";
import { setLetterChoices } from "./choice-queries";
import { healAlerts, raiseAlert } from "./queries";
import { tellAlerts } from "./tell";
import { openInbox } from "./testing/inbox";

let inbox: Awaited<ReturnType<typeof openInbox>>;
beforeAll(async () => {
  inbox = await openInbox();
  vi.stubEnv("SMTP_URL", inbox.url);
});
afterAll(() => inbox.close());

async function integrationWithOwner() {
  const { id: storeId } = await makeStore();
  const owner = await makeMember(storeId);
  const viewer = await makeMember(storeId, { role: "viewer" });
  const integration = await makeIntegration(storeId);
  const learn = (connection: "connected" | "broken", fault?: string) =>
    recordConnection(storeId, integration.id, { connection, fault });
  const choose = (member: { id: string }, alerts: boolean, recoveries: boolean) =>
    setLetterChoices(storeId, member.id, { alerts, recoveries, digest: false });
  return { owner: owner.email, viewer: viewer.email, learn, choose, people: { owner, viewer } };
}

const countOf = (email: string) => inbox.to(email).length;

test("a cause is told once, and once that it has healed", async () => {
  const { owner, viewer, learn } = await integrationWithOwner();
  await learn("broken", "auth");
  await learn("broken", "auth");
  await tellAlerts();
  await tellAlerts();
  expect(countOf(owner)).toBe(1);
  await learn("connected");
  await tellAlerts();
  await tellAlerts();
  expect(countOf(owner)).toBe(2);
  expect(countOf(viewer)).toBe(0);
});

test("what healed before anybody was told is not worth a letter", async () => {
  const { owner, learn } = await integrationWithOwner();
  await learn("broken", "auth");
  await learn("connected");
  await tellAlerts();
  expect(countOf(owner)).toBe(0);
});

test("another cause is told as well, and one that comes back is told again", async () => {
  const { owner, learn } = await integrationWithOwner();
  await learn("broken", "auth");
  await tellAlerts();
  await learn("broken", "unavailable");
  await tellAlerts();
  expect(countOf(owner)).toBe(2);
  await learn("connected");
  await tellAlerts();
  await learn("broken", "auth");
  await tellAlerts();
  // Two recoveries, one for each cause that was told.
  expect(countOf(owner)).toBe(5);
});

test("an address that nothing arrives at is told of like an integration, until it is removed", async () => {
  const { id: storeId } = await makeStore();
  const owner = await makeMember(storeId);
  await setAddress(storeId, { productId: null, url: "https://hook.example.com/a" });
  const addressId = (await addressFor(db(), storeId, null))?.id ?? "";
  const raise = () => raiseAlert(db(), storeId, { addressId }, { cause: "unavailable", at: now() });
  await raise();
  await raise();
  await tellAlerts();
  expect(inbox.to(owner.email)).toMatchObject([
    { subject: expect.stringContaining("hook.example.com") },
  ]);
  await healAlerts(db(), storeId, { addressId }, now());
  await tellAlerts();
  expect(countOf(owner.email)).toBe(2);
  await raise();
  await removeAddress(storeId, null);
  await tellAlerts();
  expect(countOf(owner.email)).toBe(2);
});

test("an hour brings five letters at most", async () => {
  const { owner, learn } = await integrationWithOwner();
  for (const cause of ["auth", "config", "unavailable", "rate_limited", "a", "b", "c"])
    await learn("broken", cause);
  await tellAlerts();
  expect(countOf(owner)).toBe(5);
});

test("each person gets the letters they chose", async () => {
  const { owner, viewer, learn, choose, people } = await integrationWithOwner();
  await choose(people.owner, true, false);
  await choose(people.viewer, false, true);
  await learn("broken", "auth");
  await tellAlerts();
  expect([countOf(owner), countOf(viewer)]).toEqual([1, 0]);
  await learn("connected");
  await tellAlerts();
  expect([countOf(owner), countOf(viewer)]).toEqual([1, 1]);
});
