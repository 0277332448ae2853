import { describe, expect, test } from "vitest";
import { SAMPLE_EVENTS } from "./event-name";
import { parsePayload } from "./payload";
import { type SampleEvent, sampleEvent } from "./samples";

const now = new Date("2026-11-24T08:12:00Z");

describe.each(SAMPLE_EVENTS)("%s", (name) => {
  const overrides = { email: "ola@example.test", productId: "p-1", orderId: "order-1", now };
  const payload = parsePayload(JSON.parse(JSON.stringify(sampleEvent(name, overrides))));

  test("is read as what it is", () => {
    expect(payload).toMatchObject({
      name,
      at: now,
      person: { email: "ola@example.test", name: "Anna Nowak", firstName: "Anna" },
      order: "order-1",
      delegated: false,
      product: { id: "p-1" },
      isSubscription: name.startsWith("subscription_"),
    });
  });
});

const told = (name: SampleEvent, overrides = {}) =>
  parsePayload(sampleEvent(name, { now, ...overrides }));
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

test("ends are told where EasyCart tells them", () => {
  expect(told("product_access_expiring").expiresAt).toEqual(inDays(3));
  expect(told("product_access_expired").expiresAt).toEqual(now);
  expect(told("subscription_canceled")).toMatchObject({ periodEnd: inDays(30), canceled: true });
  expect(told("subscription_created")).toMatchObject({ renewsAt: inDays(30), canceled: false });
});

test("a change of plan tells both", () => {
  expect(told("subscription_plan_changed")).toMatchObject({
    plan: "Miesięczny",
    newPlan: "Roczny",
  });
});

test("an assignee makes the order a delegated one", () => {
  const assignee = { email: "jan@example.test", name: "Jan Kos" };
  expect(told("product_assigned", { assignee })).toMatchObject({
    delegated: true,
    person: { email: "jan@example.test", lastName: "Kos" },
    buyer: { email: "anna.nowak@example.com" },
  });
});

test("without a product the payload names none, so that the address can", () => {
  expect(told("single_product_bought").product).toEqual({});
});

test("a store's own name for an event", () => {
  expect(told("qr_code_scanned", { event: "skan" }).name).toBe("skan");
});
