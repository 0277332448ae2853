import "server-only";
import { isDeepStrictEqual } from "node:util";
import { db, type Tx } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { NotFoundError, UserError } from "@/lib/errors";
import { contentOf } from "./content";
import type { AutomationInput } from "./input";
import {
  getVersion,
  insertAutomation,
  insertVersion,
  lockAutomation,
  lockTargets,
  savedProducts,
  updateAutomation,
} from "./queries";

/** What is edited: the automation, and the version that the person saw when they began. */
export type Edited = { automationId: string; version: number };

/**
 * Publishes a new automation, or the next version of one. Runs that wait keep the version they were
 * planned by. A change of nothing but the name makes no version. `given` was judged by `checkTool`.
 */
export async function publishAutomation(
  storeId: string,
  userId: string,
  given: AutomationInput,
  edited?: Edited,
): Promise<Edited> {
  return await db().transaction((tx) => publishIn(tx, storeId, userId, given, edited));
}

/** The same as part of a larger transaction. */
export async function publishIn(
  tx: Tx,
  storeId: string,
  userId: string,
  given: AutomationInput,
  edited?: Edited,
): Promise<Edited> {
  await checkTargets(tx, storeId, given);
  const published = edited
    ? await publishNext(tx, storeId, userId, given, edited)
    : await publishFirst(tx, storeId, userId, given);
  const { automationId: subject } = published;
  const { name } = given;
  await recordDeed(tx, storeId, { userId, what: "automation_published", subject, name });
  return published;
}

async function checkTargets(tx: Tx, storeId: string, given: AutomationInput): Promise<void> {
  const { product, integration } = await lockTargets(tx, storeId, given);
  if (!product) throw new NotFoundError();
  if (!product.savedAt) throw new UserError("productIsDraft", {}, "productId");
  if (given.integrationId && integration?.tool !== given.tool)
    throw new UserError("integrationGone", {}, "integrationId");
  await checkExitProducts(tx, storeId, given);
}

async function checkExitProducts(tx: Tx, storeId: string, { exitRules }: AutomationInput) {
  const named = exitRules.map((rule) => (rule.when === "bought" ? rule.productId : null));
  const known = await savedProducts(
    tx,
    storeId,
    named.filter((id) => id !== null),
  );
  const gone = named.findIndex((id) => id !== null && !known.includes(id));
  if (gone >= 0) throw new UserError("exitProductGone", {}, `exitRules.${gone}.productId`);
}

async function publishFirst(tx: Tx, storeId: string, userId: string, given: AutomationInput) {
  const { productId, name } = given;
  const automationId = await insertAutomation(tx, storeId, { productId, name, ...ahead(given) });
  const content = contentOf(given);
  await insertVersion(tx, storeId, { automationId, number: 1, createdBy: userId, ...content });
  return { automationId, version: 1 };
}

async function publishNext(
  tx: Tx,
  storeId: string,
  userId: string,
  given: AutomationInput,
  { automationId, version }: Edited,
): Promise<Edited> {
  const current = await lockAutomation(tx, storeId, automationId);
  // A product can't change: runs and their history belong to the one they came from.
  if (current?.productId !== given.productId) throw new NotFoundError();
  if (current.version !== version) throw new UserError("automationChanged");
  const content = contentOf(given);
  const published = await getVersion(tx, storeId, automationId, version);
  const same = isDeepStrictEqual(contentOf(published), content);
  const number = same ? version : version + 1;
  if (!same)
    await insertVersion(tx, storeId, { automationId, number, createdBy: userId, ...content });
  await updateAutomation(tx, storeId, automationId, {
    ...{ name: given.name, version: number },
    ...(!same && ahead(given)),
  });
  return { automationId, version: number };
}

/** What comes before ends that are known already is planned from the first access on. */
const ahead = ({ moment }: AutomationInput) => moment?.side === "before" && { aheadAfter: "" };
