import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/drizzle/columns";
import { shopEvents } from "@/drizzle/schema/events";
import { makeProduct, makeStore } from "@/drizzle/testing/factories";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { seal } from "@/lib/secrets";
import { answerPost } from "./answer";
import { MAX_BYTES } from "./read-body";
import { sampleEvent } from "./samples";

const KEY = "klucz-podpisu";
type Store = Awaited<ReturnType<typeof makeStore>>;

async function signedStore(): Promise<Store> {
  const id = newId("sto");
  return await makeStore({ id, sealedSigningKey: seal(KEY, id) });
}

async function post(endpoint: string, body: string | Uint8Array<ArrayBuffer>, signature?: string) {
  const headers = signature === undefined ? undefined : { "X-Webhook-Signature": signature };
  const request = new Request("http://localhost/", { method: "POST", body, headers });
  const { response, news } = await answerPost(request, endpoint);
  return { status: response.status, body: await response.json(), newEventId: news?.id };
}

const sign = (body: string) => createHmac("sha256", KEY).update(body).digest("hex");
const eventsOf = ({ id }: Store) =>
  db().select().from(shopEvents).where(eq(shopEvents.storeId, id));

afterAll(closeDb);

describe("a store without a signing key", () => {
  let store: Store;
  beforeAll(async () => {
    store = await makeStore();
  });

  test("stores an event raw and once, whatever order its keys are said in", async () => {
    const first = await post(store.endpoint, '{ "event": "co_nowego", "n": 1 }');
    const again = await post(store.endpoint, '{"n":1,"event":"co_nowego"}');
    expect(first).toMatchObject({ status: 200, body: { received: true, repeated: false } });
    expect(again).toMatchObject({
      status: 200,
      body: { received: true, repeated: true, id: first.body.id },
      newEventId: undefined,
    });
    expect(first.newEventId).toBe(first.body.id);
    const [event] = await eventsOf(store);
    expect(event).toMatchObject({
      name: "co_nowego",
      raw: '{ "event": "co_nowego", "n": 1 }',
      signature: "unsigned",
      repeats: 1,
      plannedAt: null,
    });
  });

  test.each([
    ["{}", "unknown"],
    ['{"event":{"a":[]},"customer_email":7}', "unknown"],
    ['{"event":"product_assigned","assignee":[],"timestamp":"wczoraj"}', "product_assigned"],
    ['{"event":"a\\u0000b\\ud800"}', "a_b"],
    [`{"event":"${"x".repeat(5_000)}"}`, "x".repeat(100)],
    [`{"event":"odd","order_uuid":"a\\u0000b\\ud800${"x".repeat(5_000)}"}`, "odd"],
  ])("loses no event: %.60s", async (body, name) => {
    const { status, newEventId } = await post(store.endpoint, body);
    expect(status).toBe(200);
    const event = (await eventsOf(store)).find(({ id }) => id === newEventId);
    expect(event).toMatchObject({ name, raw: body });
  });

  test.each([
    ["{", 400, "not_json"],
    ["", 400, "not_json"],
    ["[]", 400, "not_object"],
    [`{"a":${"[".repeat(100)}${"]".repeat(100)}}`, 400, "too_deep"],
    [new Uint8Array([0x7b, 0xff, 0x7d]), 400, "not_utf8"],
    [" ".repeat(MAX_BYTES + 1), 413, "too_large"],
  ])("refuses %.20s with %i", async (body, status, error) => {
    const before = await eventsOf(store);
    const answer = await post(store.endpoint, body);
    expect(answer).toMatchObject({ status, body: { error, message: expect.any(String) } });
    expect(await eventsOf(store)).toHaveLength(before.length);
  });
});

describe("a store with a signing key", () => {
  const body = JSON.stringify({ ...sampleEvent("product_assigned"), url: "https://a/ł" }, null, 1);
  let store: Store;
  beforeAll(async () => {
    store = await signedStore();
  });

  test.each([
    [undefined, "signature_missing"],
    ["", "signature_missing"],
    ["0".repeat(64), "signature_wrong"],
    ["nic", "signature_wrong"],
    [createHmac("sha256", "inny").update(body).digest("hex"), "signature_wrong"],
  ])("refuses the signature %s", async (signature, error) => {
    expect(await post(store.endpoint, body, signature)).toMatchObject({
      status: 401,
      body: { error },
    });
    expect(await eventsOf(store)).toEqual([]);
  });

  test("records which reading of the body was signed", async () => {
    const compact = sign(JSON.stringify(JSON.parse(body)));
    await post(store.endpoint, body, compact);
    const other = JSON.stringify({ ...JSON.parse(body), quantity: 2 });
    await post(store.endpoint, other, `sha256=${sign(other)}`);
    const forms = (await eventsOf(store)).map(({ signature }) => signature);
    expect(forms.toSorted()).toEqual(["compact", "raw"]);
  });
});

test.each(["nie-ma-takiego", "0".repeat(40), "a/../b", "x".repeat(10_000), "\u0000", ""])(
  "nobody's address %.20s is not found",
  async (endpoint) => {
    expect(await post(endpoint, "{}")).toMatchObject({
      status: 404,
      body: { error: "unknown_endpoint" },
    });
  },
);

test("a product's own address tells the product, and asks for its store's signature", async () => {
  const store = await signedStore();
  const product = await makeProduct(store.id);
  const body = '{"event":"product_assigned"}';
  expect((await post(product.endpoint, body)).status).toBe(401);
  await post(product.endpoint, body, sign(body));
  await post(store.endpoint, body, sign(body));
  const events = await eventsOf(store);
  expect(new Set(events.map(({ productId }) => productId))).toEqual(new Set([product.id, null]));
});

test("the same event posted 20 times at once is one event", async () => {
  const store = await signedStore();
  const body = JSON.stringify(sampleEvent("single_product_bought"));
  const posts = Array.from({ length: 20 }, () => post(store.endpoint, body, sign(body)));
  const answers = await Promise.all(posts);
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
  expect(answers.filter(({ newEventId }) => newEventId)).toHaveLength(1);
  expect(await eventsOf(store)).toMatchObject([{ repeats: 19 }]);
});

describe("when it happened", () => {
  const at = async (timestamp: unknown) => {
    const store = await makeStore();
    await post(store.endpoint, JSON.stringify({ event: "co_nowego", timestamp }));
    const [event] = await eventsOf(store);
    return { occurredAt: event?.occurredAt, receivedAt: event?.receivedAt };
  };

  test("is what the event says", async () => {
    const told = new Date(now().getTime() - 3_600_000);
    told.setMilliseconds(0);
    expect((await at(told.getTime() / 1000)).occurredAt).toEqual(told);
  });

  test.each([0, "jutro", 32_503_680_000])("is the arrival when it says %j", async (timestamp) => {
    const { occurredAt, receivedAt } = await at(timestamp);
    expect(occurredAt).toEqual(receivedAt);
  });
});

test("what breaks on our side asks the sender to come again", async () => {
  const store = await makeStore({ sealedSigningKey: "not an envelope" });
  expect(await post(store.endpoint, "{}", "0".repeat(64))).toMatchObject({
    status: 503,
    body: { error: "unavailable" },
  });
});
