import { expect, test } from "./fixtures";

test("what is typed before the page has come to life stays, and counts as a change", async ({
  page,
}) => {
  let bringToLife = () => {};
  const alive = new Promise<void>((resolve) => {
    bringToLife = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await alive;
    await route.continue();
  });
  await page.goto("/settings", { waitUntil: "commit" });
  const name = page.getByLabel("Nazwa sklepu");
  await name.fill("Inna nazwa");
  bringToLife();
  await page.waitForLoadState("networkidle");
  await expect(name).toHaveValue("Inna nazwa");
  await page.getByRole("link", { name: "Produkty" }).click();
  await expect(page.getByRole("alertdialog", { name: "Masz niezapisane zmiany" })).toBeVisible();
});
