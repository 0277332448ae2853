import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createProduct } from "./actions-panel";
import { tell } from "./actions-shop";
import { databaseOf } from "./database";
import type { Demo } from "./demo";
import { expect } from "./fixtures";
import { buy, someone } from "./shop";

/** Something of each kind that has a page of its own, by the name of its folder in `app`. */
export type Shown = Record<
  | "product"
  | "automation"
  | "integration"
  | "run"
  | "customer"
  | "order"
  | "delivery"
  | "code"
  | "token",
  string
>;

/** The routes that have a page, as Next reads them from the folders. */
export function routesOfApp(): string[] {
  const app = join(import.meta.dirname, "..", "app");
  const pages = readdirSync(app, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)page\.tsx$/.test(file));
  return pages.map((file) => {
    const folders = file.split("/").slice(0, -1);
    return `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
  });
}

/** A route with something shown in each of its brackets. */
export const addressOf = (route: string, shown: Shown) =>
  route.replace(/\[(\w+)\]/g, (_, kind: keyof Shown) => {
    if (!shown[kind]) throw new Error(`Nothing is shown for ${kind} of ${route}`);
    return shown[kind];
  });

/** Sells something to somebody, so that every page has something to show. */
export async function fillPages(page: Page, demo: Demo, folder: string): Promise<Shown> {
  const sql = await databaseOf(folder);
  const easycartId = `every-${Date.now()}`;
  const product = await createProduct(page, `Warsztaty ${easycartId}`, easycartId);
  await sql`update products set qr_codes = true where id = ${product.id}`;
  await sql`
    insert into forwarding_addresses (id, store_id, product_id, url, created_at, updated_at)
    select ${`fwd_${easycartId}`}, store_id, id, 'https://przekaz.example.com', created_at, updated_at
    from products where id = ${product.id}`;
  const token = `invited-${Date.now()}`;
  await sql`
    insert into invitations (id, store_id, email, role, token_hash, expires_at, created_at)
    select ${`inv_${easycartId}`}, store_id, ${someone("zaproszona")}, 'editor',
      ${createHash("sha256").update(token).digest("hex")}, created_at + interval '7 days', created_at
    from products where id = ${product.id}`;
  const email = someone("kazda");
  const order = easycartId;
  const facts = { email, productId: easycartId, orderId: order };
  await tell(demo, product.address, "product_assigned", facts);
  await buy(demo, email, "Każda Strona");
  const look = async () => {
    const [found] = await sql<[Omit<Shown, "order" | "token">?]>`
      select p.id as product, r.automation_id as automation, r.integration_id as integration,
        r.id as run, r.customer_id as customer, o.order, d.id as delivery, q.token as code
      from products p
      join deliveries d on d.product_id = p.id and d.status = 'done'
      join qr_codes q on q.product_id = p.id
      join customers c on c.store_id = p.store_id and c.email = ${email}
      join runs r on r.customer_id = c.id and r.status = 'done'
      join shop_events o on o.id = r.event_id
      where p.id = ${product.id} limit 1`;
    return found;
  };
  await expect.poll(look, { timeout: 30_000 }).toBeDefined();
  const shown = await look();
  await sql.end({ timeout: 5 });
  if (!shown) throw new Error("What was there is gone");
  return { ...shown, order, token };
}
