import { expectAccessible } from "./accessible";
import { beginAutomation, createProduct, publishAutomation } from "./actions-panel";
import { tell } from "./actions-shop";
import { expect, signedOut, test } from "./fixtures";

const PHONE = { width: 360, height: 740 };

test("a purchase gets a code; the seller's phone records its scan, which starts the automation", async ({
  browser,
  demo,
  page,
}) => {
  const stamp = Date.now();
  const easycartId = `qr-${stamp}`;
  const email = `bilet.${stamp}@example.com`;
  const product = await createProduct(page, `Warsztaty ${stamp}`, easycartId);
  await page.goto(`/products/${product.id}`);
  await page.getByRole("switch", { name: "Kody QR" }).click();
  await page.getByRole("button", { name: "Zapisz produkt" }).click();
  await expect(page.getByText("Zapisaliśmy produkt.")).toBeVisible();
  await beginAutomation(page, `Wejście ${stamp}`, {
    product,
    trigger: "Zeskanowano kod QR",
    tool: "Webhook",
    integration: "Make: faktury",
    action: "Wyślij dane na webhooka",
  });
  await publishAutomation(page);
  await tell(demo, product.address, "product_assigned", { email, productId: easycartId });

  const row = page.getByRole("list", { name: "Kody klientów" }).getByRole("listitem");
  await expect(async () => {
    await page.goto(`/products/${product.id}/qr`);
    await expect(row).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  const picture = await page.request.get(
    (await row.getByRole("link", { name: "jako SVG" }).getAttribute("href")) ?? "",
  );
  expect(await picture.text()).toContain("<svg");
  const href = (await row.getByRole("link").first().getAttribute("href")) ?? "";

  await page.setViewportSize(PHONE);
  await page.goto(href);
  await expect(page.getByText("Ten kod jest ważny")).toBeVisible();
  await page.getByRole("button", { name: "Zapisz skan" }).dblclick();
  await expect(page.getByText("Zapisaliśmy skan 1")).toBeVisible();
  await expect(page.getByText("skan 1 ·")).toBeVisible();
  await expectAccessible(page);
  const webhooks = async () =>
    JSON.stringify((await (await fetch(`${demo.toolsUrl}/state.json`)).json()).webhooks);
  await expect.poll(webhooks).toContain("qr_scan_number");
  await page.goto(`/activity?customer=${email}`);
  await expect(page.getByRole("list", { name: "Uruchomienia" }).getByRole("listitem")).toHaveCount(
    1,
  );

  const context = await browser.newContext({
    baseURL: demo.url,
    locale: "pl-PL",
    storageState: signedOut,
    viewport: PHONE,
  });
  const outsider = await context.newPage();
  await outsider.goto(href);
  await expect(outsider.getByText("Ten kod jest ważny")).toBeVisible();
  await expect(outsider.getByText(email)).toHaveCount(0);
  await expect(outsider.getByRole("button", { name: "Zapisz skan" })).toHaveCount(0);
  await expectAccessible(outsider);
  await context.close();
});
