import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { hashPassword } from "../../lib/auth/password";
import { db, type Tx } from "../../lib/db";
import { open, seal } from "../../lib/secrets";
import { newId } from "../columns";
import { products } from "../schema/products";
import { memberships, stores, users } from "../schema/stores";
import { insertAutomations } from "./automations";
import { insertIntegrations } from "./integrations";
import { COURSE, insertProducts } from "./products";

const EMAIL = "demo@easycart.test";
/** Of the demo store only, and printed at every start: nothing to keep secret. */
const PASSWORD = "pokaz-easycart";

/** What a newcomer needs to try the demo store. `easycartUrl` is a path of the app: the course's own address. */
export type Demo = { email: string; password: string; easycartUrl: string; signingKey: string };

/** The demo store, made if it is not there; whatever was changed in it since stays. */
export async function seedDemo(): Promise<Demo> {
  return await db().transaction(async (tx) => (await findDemo(tx)) ?? (await makeDemo(tx)));
}

async function findDemo(tx: Tx): Promise<Demo | undefined> {
  const [found] = await tx
    .select({
      storeId: stores.id,
      sealedSigningKey: stores.sealedSigningKey,
      endpoint: products.endpoint,
    })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(stores, eq(stores.id, memberships.storeId))
    .innerJoin(products, and(eq(products.storeId, stores.id), eq(products.easycartId, COURSE)))
    .where(eq(users.email, EMAIL));
  if (!found) return undefined;
  const { storeId, sealedSigningKey, endpoint } = found;
  return shown(endpoint, sealedSigningKey ? open(sealedSigningKey, storeId) : "");
}

async function makeDemo(tx: Tx): Promise<Demo> {
  const storeId = newId("sto");
  const userId = newId("usr");
  const signingKey = randomBytes(24).toString("hex");
  await tx.insert(stores).values({
    id: storeId,
    name: "Pracownia Światła",
    sealedSigningKey: seal(signingKey, storeId),
  });
  const passwordHash = await hashPassword(PASSWORD);
  await tx.insert(users).values({ id: userId, email: EMAIL, name: "Joanna Wilk", passwordHash });
  await tx.insert(memberships).values({ storeId, userId, role: "owner" });
  const { id: productId, endpoint } = await insertProducts(tx, storeId);
  const integrations = await insertIntegrations(tx, storeId);
  await insertAutomations(tx, storeId, { productId, userId, email: EMAIL, integrations });
  return shown(endpoint, signingKey);
}

const shown = (endpoint: string, signingKey: string): Demo => ({
  email: EMAIL,
  password: PASSWORD,
  easycartUrl: `/api/easycart/${endpoint}`,
  signingKey,
});
