import { expect, signedOut, test } from "./fixtures";
import { buy, someone } from "./shop";

/** Every page of the panel whose address holds an id, which stands there as its prefix. */
const PAGES = [
  "/activity/run_",
  "/automations/aut_",
  "/automations/aut_/copy",
  "/automations/aut_/history",
  "/automations/aut_/versions",
  "/customers/cus_",
  "/deliveries/dlv_",
  "/integrations/int_",
  "/products/pro_",
  "/products/pro_/automations",
  "/products/pro_/easycart",
  "/products/pro_/integrations",
  "/products/pro_/qr",
];
const NOBODYS = "0".repeat(26);

/** One of the store's own ids, from the pages that name it. */
const SHOWN_AT: Record<string, string> = {
  run_: "/activity",
  aut_: "/automations",
  int_: "/integrations",
  pro_: "/products",
};

test("what isn't there, or is another store's, answers 404 on every page with an id", async ({
  browser,
  demo,
  page,
}) => {
  await buy(demo, someone("cudza"));
  const status = async (path: string, request = page.request) => (await request.get(path)).status();
  const named = async (at: string, prefix: string) => {
    const html = await (await page.request.get(at)).text();
    return new RegExp(`${prefix}[0-9a-z]{26}`, "i").exec(html)?.[0];
  };
  const ids = new Map<string, string>();
  for (const [prefix, at] of Object.entries(SHOWN_AT)) {
    await expect.poll(() => named(at, prefix)).toBeDefined();
    ids.set(prefix, (await named(at, prefix)) ?? "");
  }
  ids.set("cus_", (await named(`/activity/${ids.get("run_")}`, "cus_")) ?? "");

  const other = await browser.newContext({ storageState: signedOut, baseURL: demo.url });
  const stranger = await other.newPage();
  await stranger.goto("/sign-up");
  await stranger.getByLabel("Nazwa sklepu").fill("Sklep obcy");
  await stranger.getByLabel("Twoje imię i nazwisko").fill("Ola Obca");
  await stranger.getByLabel("Adres e-mail").fill(someone("obca"));
  await stranger.getByLabel("Hasło", { exact: true }).fill("cztery proste słowa");
  await stranger.getByRole("button", { name: "Utwórz sklep" }).click();
  await expect(stranger).not.toHaveURL(/sign-up/);

  const answers: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  for (const path of PAGES) {
    const [prefix = ""] = /[a-z]{3}_/.exec(path) ?? [];
    const id = ids.get(prefix);
    const own = id ? path.replace(prefix, id) : undefined;
    answers[path] = [
      await status(path.replace(prefix, `${prefix}${NOBODYS}`)),
      own ? await status(own) : 200,
      own ? await status(own, stranger.request) : 404,
    ];
    expected[path] = [404, 200, 404];
  }
  expect(answers).toEqual(expected);
  await other.close();
});
