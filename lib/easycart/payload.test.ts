import { describe, expect, test } from "vitest";
import { parsePayload } from "./payload";

const bought = {
  event: "single_product_bought",
  timestamp: 1741442518,
  is_subscription: false,
  customer_name: "Anna Nowak",
  customer_first_name: "Anna",
  customer_last_name: "Nowak",
  customer_email: " Anna@Example.Test ",
  customer_id: 100002,
  order_id: 500002,
  order_uuid: "00000000-0000-0000-0000-000000000004",
  order_delegated: false,
  order_amount: 50,
  currency: "pln",
  quantity: 1,
};

test("the documented envelope", () => {
  expect(parsePayload(bought)).toMatchObject({
    name: "single_product_bought",
    at: new Date("2025-03-08T14:01:58Z"),
    person: {
      email: "anna@example.test",
      name: "Anna Nowak",
      firstName: "Anna",
      lastName: "Nowak",
      easycartId: "100002",
    },
    order: "00000000-0000-0000-0000-000000000004",
    delegated: false,
    amount: "50",
    currency: "PLN",
    isSubscription: false,
  });
});

test("numbers and flags as texts", () => {
  const told = { timestamp: "1741442518", order_id: "7", order_delegated: "1", quantity: "2" };
  expect(parsePayload(told)).toMatchObject({
    at: new Date("2025-03-08T14:01:58Z"),
    order: "7",
    delegated: true,
    quantity: "2",
  });
});

describe("whom it is about", () => {
  const buyer = { customer_email: "kupujacy@example.test", customer_id: 1, customer_name: "Jan" };

  test.each([
    [{ assignee: { email: "ola@example.test", first_name: "Ola", last_name: "Lis", id: 9 } }],
    [
      {
        assignee: { customer_email: "ola@example.test", customer_name: "Ola Lis", customer_id: 9 },
      },
    ],
    [{ assignee_email: "OLA@example.test", assignee_name: "Ola Lis", assignee_id: "9" }],
  ])("the assignee in %j", (assignee) => {
    expect(parsePayload({ ...buyer, ...assignee })).toMatchObject({
      person: { email: "ola@example.test", name: "Ola Lis", easycartId: "9" },
      buyer: { email: "kupujacy@example.test", easycartId: "1" },
    });
  });

  test("an assignee who is only an address does not get the buyer's names", () => {
    const { person } = parsePayload({ ...buyer, assignee: "ola@example.test" });
    expect(person).toEqual({ email: "ola@example.test" });
  });

  test("buyers who assign to themselves keep their number", () => {
    const { person } = parsePayload({ ...buyer, assignee: { email: "Kupujacy@example.test" } });
    expect(person).toMatchObject({ easycartId: "1", name: "Jan" });
  });

  test.each(["", "brak", "a b@example.test", 12, null, {}, "x@y@z"])(
    "%j is no address",
    (email) => {
      expect(parsePayload({ customer_email: email }).person.email).toBeUndefined();
    },
  );
});

describe("names of events", () => {
  test.each([
    ["subscription_cancelled", "subscription_canceled"],
    [" Product.Assigned ", "product_assigned"],
    ["subscription-renewal failed", "subscription_renewal_failed"],
    ["co_nowego", "co_nowego"],
    ["zażółć gęślą", "zażółć_gęślą"],
    ["", "unknown"],
    [null, "unknown"],
    [{ a: 1 }, "unknown"],
    [42, "42"],
  ])("%j is %s", (event, name) => {
    expect(parsePayload({ event }).name).toBe(name);
  });
});

describe("instants", () => {
  test.each([
    [1741442518, "2025-03-08T14:01:58.000Z"],
    [1741442518123, "2025-03-08T14:01:58.123Z"],
    ["1741442518", "2025-03-08T14:01:58.000Z"],
    ["2025-03-08T14:01:58Z", "2025-03-08T14:01:58.000Z"],
    ["2025-03-08T14:01:58.000000Z", "2025-03-08T14:01:58.000Z"],
    ["2025-03-08 15:01:58 +01:00", "2025-03-08T14:01:58.000Z"],
    ["2025-03-08T15:01:58+0100", "2025-03-08T14:01:58.000Z"],
    // Without an offset: the store's clock.
    ["2025-03-08 15:01:58", "2025-03-08T14:01:58.000Z"],
    ["2025-07-08 16:01:58", "2025-07-08T14:01:58.000Z"],
    // A date alone lasts until its day is over in the store.
    ["2025-03-08", "2025-03-08T23:00:00.000Z"],
  ])("%j is %s", (expiration_date, expected) => {
    expect(parsePayload({ expiration_date }).expiresAt?.toISOString()).toBe(expected);
  });

  test.each([0, -5, "jutro", "9999-12-31", true, {}, [], "", 1e300])("%j is none", (value) => {
    expect(parsePayload({ expiration_date: value }).expiresAt).toBeUndefined();
  });
});

test("the product's id and name under each of their names", () => {
  const nested = { product: { id: "p-1", name: "Kurs" }, variant: { id: 3, name: "Roczny" } };
  const flat = { product_id: "p-1", product_name: "Kurs", variant_id: 3, variant_name: "Roczny" };
  const expected = { id: "p-1", name: "Kurs", variantId: "3", variantName: "Roczny" };
  expect(parsePayload(nested).product).toEqual(expected);
  expect(parsePayload(flat).product).toEqual(expected);
  expect(parsePayload({ product: "Kurs" }).product).toEqual({ name: "Kurs" });
});

test("what PostgreSQL can't keep is taken out of texts", () => {
  const told = { event: "a\u0000b", customer_name: "An\u0000na", customer_email: "a\u0000@b.test" };
  const { name, person } = parsePayload(told);
  expect(name).toBe("a_b");
  expect(person).toEqual({ name: "An na" });
});

test.each([null, [], "text", 7, { customer: [], product: 3, assignee: [1], timestamp: {} }])(
  "%j is read without an error",
  (value) => {
    expect(parsePayload(value)).toMatchObject({ name: "unknown", delegated: false });
  },
);
