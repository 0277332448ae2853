import { afterAll, expect, test } from "vitest";
import { makeAutomation, makeMember, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { copyAutomation } from "./copy";
import { listAutomations } from "./queries";

afterAll(closeDb);

test("each product gets an automation of its own; which could not, and why, is told", async () => {
  const [{ id: storeId }, other] = [await makeStore(), await makeStore()];
  const { id: userId } = await makeMember(storeId);
  const products = await Promise.all([1, 2, 3].map(() => makeProduct(storeId)));
  const [first = "", second = "", third = ""] = products.map(({ id }) => id);
  const draft = await makeProduct(storeId, { savedAt: null });
  const foreign = await makeProduct(other.id);
  const version = { moment: { side: "after", unit: "weeks", value: 2 } as const };
  const { automation } = await makeAutomation(storeId, { productId: first, version });

  const asked = [second, third, second, draft.id, foreign.id];
  expect(await copyAutomation(storeId, userId, automation.id, asked)).toEqual({
    copied: 2,
    refused: [
      { productId: draft.id, key: "productIsDraft" },
      { productId: foreign.id, key: "notFound" },
    ],
  });
  const listed = await listAutomations(storeId);
  expect(new Set(listed.map((each) => each.product.id))).toEqual(new Set([first, second, third]));
  for (const each of listed) {
    expect(each.automation.name).toBe(automation.name);
    expect(each.version).toMatchObject({ number: 1, moment: version.moment });
  }
  expect(await listAutomations(other.id)).toEqual([]);
});
