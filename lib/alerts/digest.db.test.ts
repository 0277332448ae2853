import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeMember,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { setClockOffset } from "@/lib/clock";
import { recordConnection } from "@/lib/integrations/connection";
import { setLetterChoices } from "./choice-queries";
import { tellMornings } from "./digest";
import { openInbox } from "./testing/inbox";

const DAY_MS = 86_400_000;
/** Tuesday, nine in Warsaw. */
const MORNING = new Date("2026-11-24T08:00:00Z");

const setNow = (at: Date) => setClockOffset(at.getTime() - Date.now());

let inbox: Awaited<ReturnType<typeof openInbox>>;
beforeAll(async () => {
  inbox = await openInbox();
  vi.stubEnv("SMTP_URL", inbox.url);
});
beforeEach(() => setNow(MORNING));
afterEach(() => setClockOffset(0));
afterAll(() => inbox.close());

async function storeWithOwner() {
  const { id: storeId } = await makeStore({ digestDueAt: new Date(MORNING.getTime() - 1) });
  const owner = await makeMember(storeId);
  const product = await makeProduct(storeId);
  const parts = {
    ...(await makeAutomation(storeId, { productId: product.id })),
    customer: await makeCustomer(storeId),
    event: await makeEvent(storeId),
  };
  /** Runs of the day so many days ago. */
  const ran = async (days: number, count: number, status: "done" | "failed" = "done") => {
    const dueAt = new Date(MORNING.getTime() - days * DAY_MS);
    for (let run = 0; run < count; run++) await makeRun(storeId, parts, { status, dueAt });
  };
  return { storeId, owner, ran };
}

test("the day before is told once, to those who want it", async () => {
  const { storeId, owner, ran } = await storeWithOwner();
  const viewer = await makeMember(storeId, { role: "viewer" });
  const editor = await makeMember(storeId, { role: "editor", locale: "en" });
  const quiet = await makeMember(storeId);
  await setLetterChoices(storeId, quiet.id, { alerts: true, recoveries: true, digest: false });
  await ran(1, 3);
  await ran(1, 2, "failed");
  await tellMornings();
  await tellMornings();
  const [letter, ...more] = inbox.to(owner.email);
  expect(more).toEqual([]);
  expect(letter?.subject).toContain("wczoraj nie udały się 2 uruchomienia");
  expect(letter?.text).toContain("Wykonano 3 uruchomienia.");
  expect(letter?.text).toContain("poniedziałek, 23 listopada");
  expect(inbox.to(editor.email)[0]?.subject).toContain("2 runs failed yesterday");
  expect(inbox.to(viewer.email)).toEqual([]);
  expect(inbox.to(quiet.email)).toEqual([]);
});

test("the next morning has a letter of its own", async () => {
  const { owner, ran } = await storeWithOwner();
  await ran(1, 1);
  await ran(0, 1);
  await tellMornings();
  setNow(new Date(MORNING.getTime() + DAY_MS));
  await tellMornings();
  const ids = inbox.to(owner.email).map(({ id }) => id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
});

test("silence is told where that weekday usually isn't silent", async () => {
  const { owner, ran } = await storeWithOwner();
  for (const days of [8, 15, 22, 29]) await ran(days, 14);
  // Another weekday says nothing about this one.
  await ran(2, 3);
  await tellMornings();
  expect(inbox.to(owner.email)[0]?.subject).toContain("wczoraj 0 uruchomień, zwykle 14");
});

test("nothing is told where nothing happened and nothing usually does", async () => {
  const { owner, ran } = await storeWithOwner();
  await ran(8, 1);
  await tellMornings();
  expect(inbox.to(owner.email)).toEqual([]);
});

test("an integration without a connection is told although nothing ran", async () => {
  const { storeId, owner } = await storeWithOwner();
  const { id } = await makeIntegration(storeId);
  await recordConnection(storeId, id, { connection: "broken", fault: "auth" });
  await tellMornings();
  expect(inbox.to(owner.email)[0]?.text).toContain("1 integracja jest bez połączenia.");
});

test("it waits for the store's own morning, and an afternoon is too late", async () => {
  const { owner, ran } = await storeWithOwner();
  await ran(1, 1);
  setNow(new Date("2026-11-24T05:30:00Z"));
  await tellMornings();
  setNow(new Date("2026-11-24T13:00:00Z"));
  await tellMornings();
  expect(inbox.to(owner.email)).toEqual([]);
});

test("a letter that could not be sent is sent a while later", async () => {
  const { owner, ran } = await storeWithOwner();
  await ran(1, 1);
  inbox.refuse(true);
  await tellMornings();
  inbox.refuse(false);
  await tellMornings();
  expect(inbox.to(owner.email)).toEqual([]);
  setNow(new Date(MORNING.getTime() + 11 * 60_000));
  await tellMornings();
  expect(inbox.to(owner.email)).toHaveLength(1);
});
