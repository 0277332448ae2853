import { databaseOf } from "./database";
import { expect, signedOut, test } from "./fixtures";
import { signUp } from "./newcomer";
import { someone } from "./shop";
import { CUSTOMERS, type Loaded, loadStore, RUNS } from "./speed-load";

/** From the request to the last byte of the page, as the browser would get it. */
const SERVER_MS = 200;
const WARM_UP = 2;
const TIMES = 7;

test.use({ storageState: signedOut });

const pagesOf = ({ product, automation, run, customer }: Loaded) => [
  "/",
  "/products",
  `/products/${product}`,
  `/products/${product}/automations`,
  "/integrations",
  "/automations",
  `/automations/${automation}`,
  "/activity",
  "/activity?status=failed",
  `/activity?automation=${automation}&product=${product}`,
  "/activity?customer=klient77",
  `/activity/${run}`,
  "/timeline",
  "/timeline?customer=klient77",
  `/customers/${customer}`,
  "/search?q=klient77",
  "/settings",
];

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

test(`with ${CUSTOMERS} customers and ${RUNS} runs every page is served at once`, async ({
  page,
}) => {
  test.setTimeout(180_000);
  const email = someone("duzy-sklep");
  await signUp(page, email);
  const sql = await databaseOf(process.env.E2E_DATA ?? "");
  const loaded = await loadStore(sql, email);
  await sql.end({ timeout: 5 });

  const served: { page: string; "median, ms": number; "worst, ms": number }[] = [];
  for (const path of pagesOf(loaded)) {
    const took: number[] = [];
    for (let time = 0; time < WARM_UP + TIMES; time += 1) {
      const began = performance.now();
      const answer = await page.request.get(path);
      await answer.body();
      took.push(performance.now() - began);
      expect(answer.status(), path).toBe(200);
    }
    const warm = took.slice(WARM_UP);
    const [middle, worst] = [Math.round(median(warm)), Math.round(Math.max(...warm))];
    served.push({ page: path, "median, ms": middle, "worst, ms": worst });
  }
  console.table(served);
  expect(served.filter((one) => one["median, ms"] >= SERVER_MS)).toEqual([]);
});
