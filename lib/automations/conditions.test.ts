import { describe, expect, test } from "vitest";
import { type Condition, type Facts, factsOf, unmetOf } from "./conditions";
import { condition } from "./extras-input";

const facts: Facts = {
  plan: "Roczny",
  amount: 297,
  quantity: 1,
  currency: "PLN",
  language: "pl",
  first_purchase: true,
  recovered_cart: false,
};

const holding: Condition[] = [
  { fact: "plan", is: "equal", value: " roczny " },
  { fact: "plan", is: "other", value: "Miesięczny" },
  { fact: "currency", is: "equal", value: "pln" },
  { fact: "amount", is: "equal", value: 297 },
  { fact: "amount", is: "at_least", value: 297 },
  { fact: "amount", is: "at_most", value: 297 },
  { fact: "quantity", is: "at_least", value: 0.5 },
  { fact: "first_purchase", is: "yes" },
  { fact: "recovered_cart", is: "no" },
];

describe("holds", () => {
  test.each(holding)("$fact $is $value", (each) => expect(unmetOf([each], facts)).toEqual([]));

  test("all together, and none at all", () => {
    expect(unmetOf(holding, facts)).toEqual([]);
    expect(unmetOf([], {})).toEqual([]);
  });
});

describe("does not hold, and says what was there instead", () => {
  test.each<[Condition, unknown]>([
    [{ fact: "plan", is: "equal", value: "Miesięczny" }, "Roczny"],
    [{ fact: "plan", is: "other", value: "ROCZNY" }, "Roczny"],
    [{ fact: "amount", is: "at_least", value: 297.01 }, 297],
    [{ fact: "amount", is: "at_most", value: 296.99 }, 297],
    [{ fact: "first_purchase", is: "no" }, true],
    [{ fact: "recovered_cart", is: "yes" }, false],
  ])("%j", (each, got) => expect(unmetOf([each], facts)).toEqual([{ ...each, got }]));

  test.each<Condition>([
    { fact: "variant", is: "equal", value: "A" },
    { fact: "variant", is: "other", value: "A" },
    { fact: "new_plan", is: "other", value: "A" },
  ])("$fact $is: the event did not say it", (each) => {
    expect(unmetOf([each], facts)).toEqual([{ ...each, got: undefined }]);
  });

  test("only the failed ones of several are named", () => {
    const failed: Condition = { fact: "language", is: "equal", value: "en" };
    expect(unmetOf([...holding, failed], facts)).toEqual([{ ...failed, got: "pl" }]);
  });
});

test.each([
  { fact: "plan", is: "at_least", value: "A" },
  { fact: "plan", is: "equal", value: "  " },
  { fact: "amount", is: "equal", value: "297" },
  { fact: "amount", is: "at_least", value: Number.NaN },
  { fact: "first_purchase", is: "equal", value: true },
  { fact: "shoe_size", is: "equal", value: 43 },
])("no condition: %j", (each) => expect(condition.safeParse(each).success).toBe(false));

test("an end that our own clock may tell asks for nothing that changes with every order", () => {
  for (const trigger of ["subscription_ended", "access_expiring", "access_expired"] as const) {
    expect(factsOf(trigger)).not.toContain("amount");
    expect(factsOf(trigger)).not.toContain("quantity");
  }
});
