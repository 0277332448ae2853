import { sampleEvent } from "../lib/easycart/samples";
import { SIGNATURE_HEADER, signBody } from "../lib/easycart/sign";
import type { Demo } from "./demo";
import { expect, signedOut, test } from "./fixtures";

async function buy({ easycartUrl, signingKey }: Demo, email: string, key = signingKey) {
  const body = JSON.stringify(sampleEvent("product_assigned", { email, name: "Zofia Lis" }));
  return await fetch(easycartUrl, {
    method: "POST",
    headers: { "content-type": "application/json", [SIGNATURE_HEADER]: signBody(body, key) },
    body,
  });
}

test("a purchase reaches the campaign, the webhook and the person's activity", async ({
  demo,
  page,
}) => {
  const email = `zofia.lis.${Date.now()}@example.com`;
  expect((await buy(demo, email)).status).toBe(200);
  const tools = async () => await (await fetch(`${demo.toolsUrl}/state.json`)).json();
  await expect.poll(async () => JSON.stringify((await tools()).getresponse)).toContain(email);
  await expect.poll(async () => JSON.stringify((await tools()).webhooks)).toContain(email);
  await page.goto("/activity");
  await expect(page.getByText(email).first()).toBeVisible();
});

test("a purchase with a wrong signature goes nowhere", async ({ demo }) => {
  const answer = await buy(demo, "obcy@example.com", "not the key");
  expect(answer.status).toBe(401);
  expect(answer.headers.get("content-type")).toContain("application/json");
});

test.describe("signed out", () => {
  test.use({ storageState: signedOut });

  test("the panel asks to sign in", async ({ page }) => {
    await page.goto("/products");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fproducts/);
  });
});
