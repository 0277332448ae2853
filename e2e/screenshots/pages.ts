import { expect, type Page } from "@playwright/test";
import type { Shown } from "./camera";
import { floatingPages } from "./floating";
import { COURSE, invitationFor, LATE, LONG_ACCOUNT, LONG_PRODUCT } from "./states";

export const strangersPages: Shown[] = [
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-up", path: "/sign-up" },
  { name: "sign-up-refused", path: "/sign-up", act: submitNothing },
  { name: "join-gone", path: "/invitation/none" },
];

/** A store that has nothing yet. */
export const newcomersPages: Shown[] = [
  { name: "empty-start", path: "/" },
  { name: "empty-products", path: "/products" },
  { name: "empty-integrations", path: "/integrations" },
  { name: "empty-automations", path: "/automations" },
  { name: "empty-activity", path: "/activity" },
  { name: "empty-settings", path: "/settings" },
];

/** The address behind the first link of a page that leads there; runs need a moment to come to their end. */
async function hrefOn(page: Page, path: string, prefix: string, text?: string) {
  const links = page.getByRole("main").locator(`a[href^="${prefix}"]`);
  const link = (text ? links.filter({ hasText: text }) : links).first();
  await expect(async () => {
    await page.goto(path);
    await expect(link, `a link to ${prefix}… on ${path}`).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  return (await link.getAttribute("href")) ?? "";
}

/** All that the demo store's owner can open. */
export async function ownersPages(page: Page): Promise<Shown[]> {
  const product = await hrefOn(page, "/products", "/products/pro_", COURSE);
  const draft = await hrefOn(page, "/products", "/products/pro_", LONG_PRODUCT);
  const automation = await hrefOn(page, "/automations", "/automations/aut_");
  const runOf = (query: string) => hrefOn(page, `/activity?${query}`, "/activity/run_");
  const long = await runOf("customer=brzeczyszczykiewicz");
  const failed = await runOf("status=failed");
  const late = await hrefOn(page, "/automations", "/automations/aut_", LATE);
  const customer = await hrefOn(page, long, "/customers/");
  return [
    { name: "start", path: "/" },
    { name: "start-table", path: "/", act: (one) => one.getByText("Pokaż w tabeli").click() },
    { name: "timeline", path: "/timeline" },
    { name: "timeline-nothing-found", path: "/timeline?customer=nikt" },
    { name: "products", path: "/products" },
    { name: "products-nothing-found", path: "/products?q=nieznany" },
    { name: "product-new", path: "/products/new" },
    { name: "product", path: product },
    { name: "product-draft", path: draft },
    { name: "product-automations", path: `${product}/automations` },
    { name: "product-integrations", path: `${product}/integrations` },
    { name: "product-easycart", path: `${product}/easycart` },
    { name: "product-qr", path: `${product}/qr` },
    { name: "product-qr-draft", path: `${draft}/qr` },
    ...(await integrationPages(page)),
    { name: "automations", path: "/automations" },
    { name: "automation-new", path: "/automations/new" },
    { name: "automation-new-getresponse", path: "/automations/new", act: chooseGetResponse },
    { name: "automation", path: automation },
    { name: "automation-versions", path: `${automation}/versions` },
    { name: "automation-history", path: `${automation}/history` },
    { name: "automation-copy", path: `${automation}/copy` },
    { name: "automations-menu", path: "/automations", act: openMenu },
    { name: "activity", path: "/activity" },
    { name: "activity-nothing-found", path: "/activity?customer=nikt" },
    { name: "activity-waiting", path: "/activity?status=waiting" },
    { name: "run-done", path: await runOf("status=done") },
    { name: "run-refused", path: await runOf("status=refused") },
    { name: "run-failed", path: failed },
    { name: "run-waiting", path: await runOf("status=waiting") },
    { name: "run-long-names", path: long },
    { name: "customer", path: customer },
    { name: "customer-failed", path: await hrefOn(page, failed, "/customers/") },
    { name: "order", path: await hrefOn(page, customer, "/orders/") },
    { name: "search", path: "/search" },
    { name: "search-found", path: "/search?q=kurs" },
    { name: "search-nothing-found", path: "/search?q=nieznany" },
    { name: "settings", path: "/settings" },
    { name: "settings-people", path: "/settings/people" },
    { name: "settings-letters", path: "/settings/letters" },
    { name: "settings-data", path: "/settings/data" },
    { name: "settings-journal", path: "/settings/journal" },
    { name: "settings-unsaved", path: "/settings", act: leaveUnsaved },
    { name: "help", path: "/help" },
    { name: "tour", path: "/help", act: showAround },
    { name: "deliveries-none", path: "/deliveries" },
    { name: "code-unknown", path: `/qr/${"0".repeat(40)}` },
    { name: "operator", path: "/operator" },
    { name: "not-found", path: "/products/pro_none", expects: /404 \(Not Found\)/ },
    { name: "join", path: await invitationFor(page, "jan.kowalski@example.com") },
    ...floatingPages({ automation, late, customer }),
  ];
}

async function integrationPages(page: Page): Promise<Shown[]> {
  await page.goto("/integrations");
  const rows = page.getByRole("main").getByRole("listitem");
  const edit = async (name: string) =>
    (await rows
      .filter({ hasText: name })
      .locator('a[href*="edit="]')
      .first()
      .getAttribute("href")) ?? "";
  return [
    { name: "integrations", path: "/integrations" },
    { name: "integration-new", path: "/integrations?new" },
    { name: "integration-new-getresponse", path: "/integrations?new", act: chooseGetResponse },
    { name: "integration", path: await edit("Make: faktury") },
    { name: "integration-red", path: await edit(LONG_ACCOUNT) },
  ];
}

const chooseGetResponse = (page: Page) =>
  page.getByRole("radio", { name: "GetResponse", exact: true }).click();

const openMenu = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("button", { name: /Więcej/ })
    .first()
    .click();

async function submitNothing(page: Page) {
  await page.getByRole("button", { name: "Utwórz sklep" }).click();
  await expect(page.getByText("Uzupełnij to pole.").first()).toBeVisible();
}

async function leaveUnsaved(page: Page) {
  await page.getByLabel("Nazwa sklepu").fill("Inna nazwa");
  await page.getByRole("main").getByRole("link", { name: "Osoby" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
}

async function showAround(page: Page) {
  await page.getByRole("button", { name: "Pokaż, co gdzie jest" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Następne/ })
    .click();
  await expect(page.getByRole("dialog", { name: "Automatyzacje" })).toBeVisible();
}
