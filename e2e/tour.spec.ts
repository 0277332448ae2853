import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";

test("a newcomer is shown around by keyboard, once, and can leave at any moment", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Pokaż, co gdzie jest" }).focus();
  await page.keyboard.press("Enter");
  const pointer = page.getByRole("dialog", { name: "Produkty" });
  await expect(pointer).toContainText("1 z 5, w menu");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  const second = page.getByRole("dialog", { name: "Automatyzacje" });
  await expect(second.getByRole("button", { name: "Następne: Oś czasu" })).toBeFocused();
  await second.getByRole("button", { name: "Poprzednie: Produkty" }).press("Enter");
  await expect(pointer.getByRole("button", { name: "Następne: Automatyzacje" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Pokaż, co gdzie jest" })).toBeFocused();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Pierwszy raz tutaj?")).toHaveCount(0);
});
