import { Webhook } from "standardwebhooks";
import {
  beginAutomation,
  createIntegration,
  createProduct,
  integrationRow,
  openRun,
  type Product,
  publishAutomation,
  searchFor,
  verdict,
} from "./actions-panel";
import { TOOLS } from "./actions-places";
import { deliveriesTo, lastList, lettersTo, standing, tell } from "./actions-shop";
import { expect, test } from "./fixtures";

const CUSTOMER = "Żaneta Plus";
/** What a tool queues is read back after 5 to 45 s. */
const QUEUED_MS = 90_000;
const stamp = Date.now().toString(36);

/** Tools side by side, the actions of one in their order. */
test.describe.configure({ mode: "parallel", timeout: 120_000 });

for (const tool of TOOLS) {
  test.describe(tool.name, () => {
    test.describe.configure({ mode: "serial" });
    const integration = `${tool.name} ${stamp}`;

    test("connects", async ({ page }) => {
      const { name, credentials } = tool;
      await createIntegration(page, { tool: name, name: integration, credentials });
      await expect(integrationRow(page, integration)).toContainText("połączone");
    });

    for (const place of tool.places) {
      const where = { emulator: tool.emulator, ...place };
      const email = `zaneta+${tool.emulator}.${place.lists}.${stamp}@example.com`.toLowerCase();
      const facts = { email, name: CUSTOMER, orderId: crypto.randomUUID() };
      let product: Product;
      let list = "";

      test(place.add.action, async ({ page, demo }) => {
        const { action } = place.add;
        const easycartId = `${tool.emulator}-${place.lists}-${stamp}`;
        product = await createProduct(page, `${tool.name}, ${place.lists} ${stamp}`, easycartId);
        const trigger = "Zakup produktu";
        const chosen = { product, trigger, tool: tool.name, integration, action };
        await beginAutomation(page, `${integration}: ${action}`, chosen);
        if (place.field) {
          list = await lastList(demo, where);
          await searchFor(page, place.field, list);
        }
        if (place.also) await page.getByRole("checkbox", { name: place.also }).check();
        const automation = await publishAutomation(page);
        await tell(demo, product.address, "product_assigned", { ...facts, productId: easycartId });
        await openRun(page, automation, email);
        await expect(verdict(page)).toHaveText(
          `Wykonano. ${CUSTOMER} ${place.add.verdict(list)}.`,
          { timeout: QUEUED_MS },
        );
        expect(await standing(demo, where, list, email)).toBe(place.add.leaves);
      });

      test(place.remove.action, async ({ page, demo }) => {
        const { action } = place.remove;
        const trigger = "Dostęp do produktu wygasł";
        const chosen = { product, trigger, tool: tool.name, integration, action };
        await beginAutomation(page, `${integration}: ${action}`, chosen);
        if (place.field) await searchFor(page, place.field, list);
        const automation = await publishAutomation(page);
        const productId = product.easycartId;
        await tell(demo, product.address, "product_access_expired", { ...facts, productId });
        await openRun(page, automation, email);
        await expect(verdict(page)).toHaveText(
          `Wykonano. ${CUSTOMER} ${place.remove.verdict(list)}.`,
          { timeout: QUEUED_MS },
        );
        expect(await standing(demo, where, list, email)).toBe(place.remove.leaves);
      });
    }
  });
}

test("Wyślij dane na webhooka", async ({ page, demo }) => {
  const [tool, name] = ["Webhook", `Webhook ${stamp}`];
  const url = `https://hook.eu2.make.com/${stamp}`;
  const credentials = { "Adres URL webhooka": url };
  const sheet = await createIntegration(page, { tool, name, credentials });
  const secret = await sheet.getByText(/^whsec_/).textContent();
  await sheet.getByRole("button", { name: "Zamknij" }).last().click();
  await expect(integrationRow(page, name)).toContainText("połączone");

  const email = `zaneta+webhook.${stamp}@example.com`;
  const productId = `webhook-${stamp}`;
  const product = await createProduct(page, `Webhook ${stamp}`, productId);
  const action = "Wyślij dane na webhooka";
  const trigger = "Zakup produktu";
  await beginAutomation(page, name, { product, trigger, tool, integration: name, action });
  const automation = await publishAutomation(page);
  await tell(demo, product.address, "product_assigned", { email, name: CUSTOMER, productId });
  await openRun(page, automation, email);
  await expect(verdict(page)).toHaveText(`Wykonano. ${CUSTOMER} — dane są u odbiorcy webhooka.`);

  const [delivery, ...others] = await deliveriesTo(demo, url);
  expect(others).toEqual([]);
  const { body = "", headers = {} } = delivery ?? {};
  expect(new Webhook(secret ?? "").verify(body, headers)).toMatchObject({
    type: "purchase",
    data: { customer: { email }, event: { customer_email: email, product_id: productId } },
  });
});

test("Utwórz powiadomienie e-mail", async ({ page, demo }) => {
  const [tool, to] = ["Powiadomienia", `sklep+${stamp}@example.com`];
  const email = `zaneta+letter.${stamp}@example.com`;
  const productId = `letter-${stamp}`;
  const product = await createProduct(page, `Powiadomienia ${stamp}`, productId);
  const action = "Utwórz powiadomienie e-mail";
  await beginAutomation(page, `Do mnie ${stamp}`, {
    product,
    trigger: "Zakup produktu",
    tool,
    action,
  });
  await page.getByLabel("Adres e-mail").fill(to);
  const automation = await publishAutomation(page);
  await tell(demo, product.address, "product_assigned", { email, name: CUSTOMER, productId });
  await openRun(page, automation, email);
  await expect(verdict(page)).toHaveText(
    `Wykonano. ${CUSTOMER} — powiadomienie poszło na adres ${to}.`,
  );
  const letters = await lettersTo(demo, to);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toBe(`Powiadomienia ${stamp}: ${CUSTOMER}`);
  expect(letters[0]?.text).toContain(email);
});
