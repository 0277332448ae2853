import { createProduct } from "./actions-panel";
import { tell } from "./actions-shop";
import { expect, test } from "./fixtures";

test("an event arrives unchanged at the product's webhook, and the log shows how", async ({
  demo,
  page,
}) => {
  const stamp = Date.now();
  const host = `przekaz-${stamp}.example.com`;
  const easycartId = `fwd-${stamp}`;
  const product = await createProduct(page, `Przekazywany ${stamp}`, easycartId);
  const section = page.locator("#forwarding");
  await section.getByLabel("Adres URL webhooka").fill(`https://${host}/zdarzenia`);
  await section.getByRole("button", { name: "Zapisz adres" }).click();
  await expect(section.getByRole("button", { name: "Usuń adres" })).toBeVisible();

  const email = `przekazana.${stamp}@example.com`;
  await tell(demo, product.address, "product_assigned", { email, productId: easycartId });
  const arrived = async () =>
    JSON.stringify((await (await fetch(`${demo.toolsUrl}/state.json`)).json()).webhooks);
  await expect.poll(arrived).toContain(`https://${host}/zdarzenia`);
  expect(await arrived()).toContain(email);

  await page.reload();
  await section.getByRole("link", { name: "Wszystkie doręczenia" }).click();
  const row = page.getByRole("list", { name: "Doręczenia" }).getByRole("listitem");
  await expect(row).toHaveCount(1);
  await expect(row.getByText("doręczono")).toBeVisible();
  await row.getByRole("link").click();
  await expect(page.getByText("Odbiorca przyjął zdarzenie.")).toBeVisible();
  await page.getByRole("button", { name: "Wyślij jeszcze raz" }).click();
  await expect(page.getByRole("heading", { name: "Próba 2" })).toBeVisible();
});
