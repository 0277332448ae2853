import { expect, test } from "vitest";
import { TRIGGERS } from "@/lib/triggers/trigger";
import { exitsOf, presetExits } from "./exit-rules";
import { exitRule } from "./extras-input";

const takesAway = true as const;
const REGAINED = [{ when: "access_regained" }];

test("a cart's rescue begins with a stop for who buys", () => {
  expect(presetExits("cart_recovery")).toEqual([{ when: "bought", productId: null }]);
});

test("only what takes away after an end begins with a stop for who has access again", () => {
  expect(presetExits("access_expired", { takesAway })).toEqual(REGAINED);
  expect(presetExits("subscription_ended", { takesAway })).toEqual(REGAINED);
  expect(presetExits("access_expired", {})).toEqual([]);
  expect(presetExits("purchase", { takesAway })).toEqual([]);
  expect(presetExits("access_expiring", { takesAway })).toEqual([]);
});

test.each(TRIGGERS)("what %s begins with is possible there", (trigger) => {
  for (const { when } of presetExits(trigger, { takesAway }))
    expect(exitsOf(trigger)).toContain(when);
});

test.each([{ when: "bought" }, { when: "bought", productId: "" }, { when: "refunded" }])(
  "no rule: %j",
  (rule) => expect(exitRule.safeParse(rule).success).toBe(false),
);
