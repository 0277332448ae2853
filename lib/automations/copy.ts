import "server-only";
import { UserError } from "@/lib/errors";
import { contentOf } from "./content";
import { publishAutomation } from "./publish";
import { getAutomation } from "./queries";

export type Copied = {
  copied: number;
  /** Products that got none, each with why: a key of messages/<locale>/errors.json. */
  refused: { productId: string; key: string }[];
};

/** Publishes the same for other products, each as an automation of its own. */
export async function copyAutomation(
  storeId: string,
  userId: string,
  automationId: string,
  productIds: readonly string[],
): Promise<Copied> {
  const { automation, version } = await getAutomation(storeId, automationId);
  const { name } = automation;
  const result: Copied = { copied: 0, refused: [] };
  for (const productId of new Set(productIds)) {
    try {
      await publishAutomation(storeId, userId, { productId, name, ...contentOf(version) });
      result.copied++;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      result.refused.push({ productId, key: error.key });
    }
  }
  return result;
}
