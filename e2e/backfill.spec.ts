import { expectAccessible } from "./accessible";
import { beginAutomation, createProduct, publishAutomation } from "./actions-panel";
import { lettersTo, tell } from "./actions-shop";
import { expect, test } from "./fixtures";

test("an automation is tried on history before it is saved, and made up for past customers", async ({
  page,
  demo,
}) => {
  const easycartId = `wstecz-${Date.now()}`;
  const product = await createProduct(page, `Kurs ${easycartId}`, easycartId);
  const buyers = ["ala", "ewa", "ola"].map((name) => `${name}.${easycartId}@example.com`);
  for (const email of buyers)
    await tell(demo, product.address, "product_assigned", { email, productId: easycartId });

  await beginAutomation(page, "List do zespołu", {
    ...{ product, trigger: "Zakup produktu" },
    ...{ tool: "Powiadomienia", action: "Utwórz powiadomienie e-mail" },
  });
  await page.getByRole("button", { name: "Sprawdź na historii" }).click();
  const tried = page.getByRole("dialog", { name: "Sprawdź na historii" });
  await expect(tried).toContainText("W ostatnich 30 dniach zadziałałaby 3 razy.");
  await expectAccessible(page);
  await tried.getByRole("button", { name: "Wróć do edycji" }).click();

  const team = `zespol.${easycartId}@example.com`;
  await page.getByLabel("Adres e-mail").fill(team);
  const automation = await publishAutomation(page);

  await page.goto(`/automations/${automation}/history`);
  await page.getByRole("button", { name: "Nadrób dla wszystkich" }).click();
  const question = page.getByRole("dialog", { name: "Nadrobić dla wcześniejszych klientów?" });
  await expect(question).toContainText("Powstaną 3 uruchomienia.");
  await question.getByRole("button", { name: "Nadrób", exact: true }).click();
  const progress = page.getByRole("progressbar", { name: "Postęp nadrabiania" });
  await expect(progress).toHaveAttribute("aria-valuenow", "100", { timeout: 30_000 });
  await expect(page.getByRole("main")).toContainText("wszystko zaplanowane");
  await expectAccessible(page);
  expect(await lettersTo(demo, team)).toHaveLength(3);
});
