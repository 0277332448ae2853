import type { Locator, Page } from "@playwright/test";
import { expectAccessibleInBothThemes, resize, SIZE_NAMES } from "./accessible";
import { expect, test } from "./fixtures";

type State = {
  name: string;
  path: string;
  /** What brings it about; resolves to what is then to be seen. */
  open: (page: Page) => Promise<Locator>;
  /** Where there is such a state. */
  on?: (typeof SIZE_NAMES)[number];
  /** It floats above the page beside the button that opened it. */
  floats?: true;
};

async function pressed(button: Locator, opened: Locator) {
  await button.click();
  return opened;
}

const STATES: State[] = [
  {
    name: "the person's menu",
    floats: true,
    path: "/products",
    on: "desktop",
    open: (page) => pressed(page.getByRole("button", { name: /: język/ }), page.getByRole("menu")),
  },
  {
    name: "the panel's menu",
    path: "/products",
    on: "phone",
    open: (page) =>
      pressed(page.getByRole("button", { name: "Menu", exact: true }), page.getByRole("dialog")),
  },
  {
    name: "a row's menu",
    floats: true,
    path: "/automations",
    open: (page) =>
      pressed(page.getByRole("button", { name: /^Więcej: / }).first(), page.getByRole("menu")),
  },
  {
    name: "a list of few",
    floats: true,
    path: "/automations/new",
    open: (page) =>
      pressed(page.getByRole("combobox", { name: "Zdarzenie" }), page.getByRole("listbox")),
  },
  {
    name: "a list of many, from a tool",
    path: "/automations/new",
    async open(page) {
      await page.getByRole("radio", { name: "GetResponse" }).click();
      await page.getByRole("radio", { name: "Dodaj klienta do kampanii" }).click();
      await page.getByRole("combobox", { name: "Kampania" }).click();
      const popup = page.getByRole("dialog", { name: "Szukaj na liście" });
      await expect(popup.getByRole("option").first()).toBeVisible();
      return popup;
    },
  },
  {
    name: "a calendar of a filter",
    path: "/timeline",
    on: "desktop",
    floats: true,
    async open(page) {
      const day = page.getByRole("button", { name: /^Od dnia/ });
      return await pressed(day, page.getByRole("dialog", { name: "Od dnia" }));
    },
  },
  {
    name: "a sheet beside the page",
    path: "/integrations?new",
    async open(page) {
      const sheet = page.getByRole("dialog");
      await sheet.getByRole("radio", { name: "GetResponse", exact: true }).click();
      return sheet;
    },
  },
  {
    name: "a sheet with errors",
    path: "/integrations?new",
    async open(page) {
      const sheet = page.getByRole("dialog");
      await sheet.getByRole("radio", { name: "GetResponse", exact: true }).click();
      await sheet.getByRole("button", { name: "Publikuj" }).click();
      return sheet.locator("[aria-invalid=true]").first();
    },
  },
  {
    name: "an editor with errors",
    path: "/automations/new",
    open: (page) =>
      pressed(
        page.getByRole("button", { name: /^Publikuj/ }).first(),
        page.locator("#row-tool").getByRole("alert"),
      ),
  },
  {
    name: "a question before something is deleted",
    path: "/integrations",
    async open(page) {
      await page.getByRole("button", { name: "Więcej: Newsletter szkoły" }).click();
      await page.getByRole("menuitem", { name: "Usuń integrację" }).click();
      return page.getByRole("alertdialog");
    },
  },
];

for (const { name, path, open, on, floats } of STATES)
  test(`${name} is accessible`, async ({ page }) => {
    for (const size of on ? [on] : SIZE_NAMES) {
      await resize(page, size);
      await page.goto(path);
      await expect(await open(page)).toBeVisible();
      await expectAccessibleInBothThemes(page, { floats });
    }
  });
