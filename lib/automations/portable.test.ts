import { expect, test } from "vitest";
import type { Content } from "./content";
import { fromPortable, portable, toPortable } from "./portable";

const content: Content = {
  ...{ trigger: "purchase", moment: { side: "after", unit: "weeks", value: 2 }, late: "skip" },
  conditions: [{ fact: "plan", is: "equal", value: "Roczny" }],
  exitRules: [
    { when: "bought", productId: "pro_2" },
    { when: "bought", productId: null },
  ],
  sendingWindow: { days: [1], from: 540, until: 1020 },
  ...{ tool: "letters", integrationId: "int_1", action: "add" },
  ...{ input: { campaign: "p1" }, labels: { campaign: "Absolwenci" } },
};
const card = {
  ...{ id: "letters", name: "Listy", origin: "external" as const, summary: "", guide: [] },
  ...{ mark: { paths: [] }, credentials: {}, needsAccount: true, actions: {} },
};
const products = [{ id: "pro_2", name: "Kurs" }];
const store = {
  ...{ tools: [card], products },
  accounts: [{ id: "int_1", tool: "letters", name: "Newsletter" }],
};
const written = () =>
  portable.parse(
    JSON.parse(
      JSON.stringify(toPortable("Po zakupie", content, { account: "Newsletter", products })),
    ),
  );

test("written and read in the same store, it is the same", () => {
  expect(fromPortable(written(), store)).toEqual({ name: "Po zakupie", content, missing: [] });
});

test("the file names accounts and products, and holds no id of the store's", () => {
  expect(JSON.stringify(written())).not.toMatch(/int_1|pro_2/);
});

test("what another store lacks is named and left open", () => {
  const found = fromPortable(written(), { tools: [card], accounts: [], products: [] });
  expect(found.missing).toEqual([
    { what: "account", name: "Newsletter" },
    { what: "product", name: "Kurs" },
  ]);
  expect(found.content).toMatchObject({
    ...{ integrationId: null, tool: "letters" },
    exitRules: [{ when: "bought", productId: null }],
  });
  const none = fromPortable(written(), { tools: [], accounts: [], products });
  expect(none.missing).toEqual([{ what: "tool", name: "letters" }]);
  expect(none.content).toMatchObject({ tool: "", action: "", input: {} });
});

test("a file of another kind or of a later version is refused", () => {
  expect(portable.safeParse({ ...written(), version: 2 }).success).toBe(false);
  expect(portable.safeParse({ format: "else" }).success).toBe(false);
});
