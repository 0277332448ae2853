import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  makeAutomation,
  makeIntegration,
  makeProduct,
  makeStore,
} from "@/drizzle/testing/factories";
import { type Emulators, startEmulators } from "@/e2e/emulators/server";
import { listRuns } from "@/lib/activity/queries";
import { alertsToTell } from "@/lib/alerts/system-queries";
import { now, setClockOffset } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { getShopEvent } from "@/lib/easycart/queries";
import { type Received, receiveEvent } from "@/lib/easycart/receive";
import { signBody } from "@/lib/easycart/sign";
import { performRun } from "@/lib/runs/perform";
import { planRuns } from "@/lib/runs/plan";
import { setSigningKey } from "@/lib/stores/queries";
import { deliver } from "./deliver";
import { beginAttempt, updateDelivery } from "./delivery-queries";
import { getDelivery, listDeliveries } from "./log-queries";
import { removeAddress, setAddress } from "./queries";
import { resend } from "./resend";
import { sweepForwarding } from "./sweep";

let emulators: Emulators;
let store: Awaited<ReturnType<typeof makeStore>>;
let product: Awaited<ReturnType<typeof makeProduct>>;
let host: string;

beforeAll(async () => {
  emulators = await startEmulators();
  vi.stubEnv("TOOLS_ORIGIN", emulators.origin);
});
beforeEach(async () => {
  store = await makeStore();
  product = await makeProduct(store.id);
  host = `fwd-${store.id.slice(-12)}.example.com`;
});
afterEach(() => setClockOffset(0));
afterAll(async () => {
  await emulators.stop();
  await closeDb();
});

let count = 0;
/** Spaced and escaped as no JavaScript would write it. */
const bodyAbout = (easycartId: string | null) =>
  `{ "event":"product_assigned",  "n": ${++count}, "customer_email":"ola@example.test", "product_id": ${JSON.stringify(easycartId)}, "order_uuid":"o-${count}", "url":"https:\\/\\/a\\/\\u0142" }`;

const toStore = (at = host) =>
  setAddress(store.id, { productId: null, url: `https://${at}/store` });
const toProduct = () => setAddress(store.id, { productId: product.id, url: `https://${host}/own` });

async function post(rawBody: string, given: Partial<Parameters<typeof receiveEvent>[0]> = {}) {
  const { endpoint } = store;
  return await receiveEvent({ endpoint, rawBody: Buffer.from(rawBody), ...given });
}

async function delivering({ delivery }: Received) {
  if (!delivery) throw new Error("It is not passed on");
  return { id: delivery.id, turn: await deliver(store.id, delivery.id) };
}

const answering = (fault: object) =>
  emulators.control("webhooks", { faults: [{ path: host, ...fault }] });

type Sent = { host: string; url: string; headers: Record<string, string>; body: string };
const arrived = () =>
  ((emulators.state().webhooks?.deliveries ?? []) as Sent[]).filter((sent) => sent.host === host);

describe("what arrives", () => {
  test("is the very body, with EasyCart's own signature", async () => {
    await setSigningKey(store.id, "klucz-podpisu");
    await toStore();
    const body = bodyAbout(null);
    const signature = `sha256=${signBody(body, "klucz-podpisu")}`;
    const { id, turn } = await delivering(await post(body, { signature }));
    expect(turn).toEqual({ again: null });
    expect(arrived()).toMatchObject([
      {
        url: `https://${host}/store`,
        body,
        headers: {
          "x-webhook-signature": signature,
          "content-type": "application/json",
          "x-easycart-delivery": id,
        },
      },
    ]);
    const { attempts, ...delivery } = await getDelivery(store.id, id);
    expect(delivery).toMatchObject({ status: "done", tries: 1, answered: 200 });
    expect(attempts).toMatchObject([{ number: 1, outcome: "done", exchange: { status: 200 } }]);
    expect(JSON.stringify(attempts)).not.toContain("customer_email");
  });

  test("bears no header that is not a signature", async () => {
    await toStore();
    await delivering(await post(bodyAbout(null), { signature: "a b: c" }));
    expect(arrived()[0]?.headers).not.toHaveProperty("x-webhook-signature");
  });

  test("goes to the product's own address, by endpoint or id, and of unknown ones to the store's", async () => {
    await toStore();
    await toProduct();
    await delivering(await post(bodyAbout(product.easycartId)));
    await delivering(await post(bodyAbout(null), { endpoint: product.endpoint }));
    await delivering(await post(bodyAbout(crypto.randomUUID())));
    await delivering(await post(bodyAbout((await makeProduct(store.id)).easycartId)));
    const at = (path: string) => arrived().filter(({ url }) => url.endsWith(path)).length;
    expect([at("/own"), at("/store")]).toEqual([2, 2]);
  });

  test("comes once, however often EasyCart says it, and however many are at it", async () => {
    await toStore();
    const body = bodyAbout(null);
    const received = await post(body);
    expect(await post(body)).toEqual({ id: received.id, repeated: true });
    await Promise.all(Array.from({ length: 5 }, () => delivering(received)));
    expect(arrived()).toHaveLength(1);
  });
});

test("a store without an address passes nothing on, nor what came before it had one", async () => {
  const before = await post(bodyAbout(null));
  await toStore();
  await removeAddress(store.id, null);
  const after = await post(bodyAbout(null));
  expect([before.delivery, after.delivery]).toEqual([undefined, undefined]);
  await toStore();
  expect(await listDeliveries(store.id, { limit: 9 })).toEqual({ rows: [], more: false });
});

describe("when the receiver is in trouble", () => {
  test("it is tried again, then taken; each attempt stands in the log", async () => {
    await toStore();
    answering({ status: 500, body: "zepsute", times: 1 });
    const { id, turn } = await delivering(await post(bodyAbout(null)));
    const wait = (turn.again?.getTime() ?? 0) - now().getTime();
    expect(wait).toBeGreaterThan(3_000);
    expect(wait).toBeLessThan(6_000);
    setClockOffset(6_000);
    expect(await deliver(store.id, id)).toEqual({ again: null });
    const { attempts, status } = await getDelivery(store.id, id);
    expect(status).toBe("done");
    expect(attempts.map(({ outcome, words }) => [outcome, words])).toEqual([
      ["done", null],
      ["unavailable", "zepsute"],
    ]);
  });

  test("silence is tried again", async () => {
    await toStore();
    answering({ kind: "reset", applied: true, times: 1 });
    const { turn } = await delivering(await post(bodyAbout(null)));
    expect(turn.again).not.toBeNull();
  });

  test("gone ends it at once, and sending again begins anew", async () => {
    await toStore();
    answering({ status: 410, times: 1 });
    const { id, turn } = await delivering(await post(bodyAbout(null)));
    expect(turn).toEqual({ again: null });
    expect(await getDelivery(store.id, id)).toMatchObject({ status: "failed", tries: 1 });
    await resend(store.id, id);
    expect(await deliver(store.id, id)).toEqual({ again: null });
    expect(await getDelivery(store.id, id)).toMatchObject({ status: "done", tries: 2 });
  });

  test("somebody is told once it has gone on for a while, and when it is over", async () => {
    const told = async () =>
      (await alertsToTell(100)).filter(({ storeId }) => storeId === store.id);
    await toStore();
    answering({ status: 500, body: "zepsute", times: 4 });
    const { id, turn } = await delivering(await post(bodyAbout(null)));
    let { again } = turn;
    const tryAgain = async () => {
      setClockOffset((again?.getTime() ?? 0) - Date.now() + 1_000);
      again = (await deliver(store.id, id)).again;
    };
    await tryAgain();
    await tryAgain();
    expect(await told()).toEqual([]);
    await tryAgain();
    expect(await told()).toMatchObject([{ cause: "unavailable", url: `https://${host}/store` }]);
    await tryAgain();
    // Healed before anybody was told: not worth a letter.
    expect(await told()).toEqual([]);
  });

  test("a corrected address gets what waits, a removed one cancels it", async () => {
    await toStore("localhost");
    const first = await delivering(await post(bodyAbout(null)));
    expect((await getDelivery(store.id, first.id)).attempts[0]).toMatchObject({
      outcome: "config",
    });
    await toStore();
    await resend(store.id, first.id);
    expect(await deliver(store.id, first.id)).toEqual({ again: null });
    expect(arrived()).toHaveLength(1);

    answering({ status: 500, times: 1 });
    const second = await delivering(await post(bodyAbout(null)));
    await removeAddress(store.id, null);
    expect(await getDelivery(store.id, second.id)).toMatchObject({ status: "cancelled" });
    await expect(resend(store.id, second.id)).rejects.toMatchObject({ key: "deliveryAddressGone" });
  });

  test("an attempt that a crash cut off is swept up, marked and repeated", async () => {
    await toStore();
    const { delivery } = await post(bodyAbout(null));
    if (!delivery) throw new Error("It is not passed on");
    const lost = { deliveryId: delivery.id, number: 1, startedAt: now() };
    await beginAttempt(db(), store.id, lost);
    await updateDelivery(db(), store.id, delivery.id, { tries: 1 });
    setClockOffset(21_000);
    expect(await sweepForwarding()).toContainEqual(delivery);
    await deliver(store.id, delivery.id);
    const { attempts } = await getDelivery(store.id, delivery.id);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(["done", "interrupted"]);
    expect(await sweepForwarding()).not.toContainEqual(delivery);
  });
});

describe("automations and forwarding", () => {
  /** An automation that sends to a webhook of its own, and an event that both are told of. */
  async function both(automationPath: string) {
    await toStore();
    const credentials = {
      url: `https://auto-${host}/${automationPath}`,
      secret: `whsec_${Buffer.alloc(24, 7).toString("base64")}`,
      silence: "ask",
    };
    const integration = await makeIntegration(store.id, { tool: "webhook", credentials });
    const version = { tool: "webhook", action: "send", integrationId: integration.id };
    await makeAutomation(store.id, { productId: product.id, version });
    return await post(bodyAbout(product.easycartId));
  }
  const runsOf = async () =>
    (await listRuns(store.id, {})).rows.map(({ id, status }) => ({ id, status }));

  test("a receiver that is down leaves the runs alone", async () => {
    const received = await both("in");
    answering({ path: `${host}/store`, status: 500, times: 1 });
    const { id } = await delivering(received);
    await planRuns(received.id);
    const [run] = await runsOf();
    await performRun(store.id, run?.id ?? "");
    expect(await runsOf()).toMatchObject([{ status: "done" }]);
    expect(await getDelivery(store.id, id)).toMatchObject({ status: "waiting", answered: 500 });
  });

  test("events are passed on while nothing is planned, and whatever becomes of the runs", async () => {
    const received = await both("in");
    const { id } = await delivering(received);
    expect(await getDelivery(store.id, id)).toMatchObject({ status: "done" });
    expect(await getShopEvent(store.id, received.id)).toMatchObject({ plannedAt: null });
    answering({ path: `auto-${host}`, status: 410, times: 1 });
    await planRuns(received.id);
    const [run] = await runsOf();
    await performRun(store.id, run?.id ?? "");
    expect(await runsOf()).toMatchObject([{ status: "failed" }]);
    expect(await getDelivery(store.id, id)).toMatchObject({ status: "done", tries: 1 });
  });
});

test("the log comes page by page, the newest first, of one product where asked", async () => {
  await toStore();
  for (const id of [null, product.easycartId, product.easycartId]) await post(bodyAbout(id));
  const first = await listDeliveries(store.id, { limit: 2 });
  const rest = await listDeliveries(store.id, { limit: 2, older: first.rows.at(-1)?.id });
  expect([first.rows.length, first.more, rest.rows.length, rest.more]).toEqual([2, true, 1, false]);
  expect(rest.rows[0]?.product).toBeNull();
  const ofProduct = await listDeliveries(store.id, { productId: product.id, limit: 9 });
  expect(ofProduct.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
});
