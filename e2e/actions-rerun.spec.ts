import { expectAccessible } from "./accessible";
import {
  beginAutomation,
  createIntegration,
  createProduct,
  integrationRow,
  publishAutomation,
  searchFor,
} from "./actions-panel";
import { control, lastList, lettersTo, standing, tell } from "./actions-shop";
import { expect, test } from "./fixtures";

const stamp = Date.now().toString(36);
const WHERE = { emulator: "kit", lists: "tags", people: "members" } as const;
const [OLD_KEY, NEW_KEY] = [`kit_e2e0old0${stamp}`, `kit_e2e0new0${stamp}`];
/** Letters are written once a minute. */
const LETTER_MS = 90_000;

test("a revoked key turns the integration red; mended, what failed is looked at and run again together", async ({
  page,
  demo,
}) => {
  test.setTimeout(240_000);
  const [tool, name] = ["ConvertKit", `Odwołany klucz ${stamp}`];
  const product = await createProduct(page, `Kurs ${stamp}`, `rerun-${stamp}`);
  await createIntegration(page, { tool, name, credentials: { "Klucz API V4": OLD_KEY } });
  await expect(integrationRow(page, name)).toContainText("połączone");
  const tag = await lastList(demo, WHERE);
  await beginAutomation(page, `Tag ${stamp}`, {
    product,
    trigger: "Zakup produktu",
    tool,
    integration: name,
    action: "Dodaj klienta do tagu",
  });
  await searchFor(page, "Tag", tag);
  await publishAutomation(page);

  await control(demo, WHERE.emulator, { keys: { revoke: [OLD_KEY] } });
  const people = ["ada", "ola"].map((who) => `${who}+${stamp}@example.com`);
  for (const email of people)
    await tell(demo, product.address, "product_assigned", { email, productId: product.easycartId });
  const row = integrationRow(page, name);
  await expect(async () => {
    await page.goto("/integrations");
    await expect(row).toContainText("2 uruchomienia nie udały się", { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(row).toContainText("brak połączenia");
  await expect(row).toContainText("Kit odrzuca ten klucz API.");
  const letters = async () =>
    (await lettersTo(demo, demo.email)).filter(({ subject }) => subject.includes(name));
  await expect.poll(letters, { timeout: LETTER_MS }).toHaveLength(1);

  await row.getByRole("link", { name: "Popraw dane" }).click();
  const sheet = page.getByRole("dialog", { name: `Edytuj integrację „${name}”` });
  await sheet.getByLabel("Klucz API V4", { exact: true }).fill(NEW_KEY);
  await sheet.getByRole("button", { name: "Publikuj" }).click();
  await expect(row).toContainText("połączone");
  await row.getByRole("button", { name: `Więcej: ${name}` }).click();
  await page.getByRole("menuitem", { name: "Sprawdź teraz" }).click();
  await expect(row).toContainText("połączone");

  await row.getByRole("link", { name: "2 uruchomienia nie udały się" }).click();
  await expect(page.getByText(`Tylko integracja „${name}”.`)).toBeVisible();
  const runs = page.getByRole("list", { name: "Uruchomienia" }).getByRole("listitem");
  await expect(runs).toHaveCount(2);
  await page.getByRole("checkbox", { name: "Zaznacz wszystkie na tej stronie" }).check();
  await expect(page.getByText("Zaznaczono 2 uruchomienia")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Uruchom ponownie…" }).click();
  const dialog = page.getByRole("dialog", { name: "Uruchomić ponownie 2 uruchomienia?" });
  for (const email of people) await expect(dialog).toContainText(email);
  await expect(dialog).toContainText("2 wykonają się teraz.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Uruchom ponownie" }).click();
  await expect(page.getByText("Uruchomiono 2 uruchomienia.")).toBeVisible();

  for (const email of people)
    await expect.poll(() => standing(demo, WHERE, tag, email), { timeout: 30_000 }).toBe("active");
  await page.goto("/integrations");
  await expect(row).toContainText("połączone");
  await expect(row.getByRole("link", { name: /nie udał/ })).toHaveCount(0);
});
