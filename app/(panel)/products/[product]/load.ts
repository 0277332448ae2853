import "server-only";
import { cache } from "react";
import { found } from "@/app/found";
import { requireMember } from "@/lib/auth/session";
import { countIntegrations } from "@/lib/integrations/queries";
import { countOfProduct, getProduct } from "@/lib/products/queries";

export type ProductParams = { params: Promise<{ product: string }> };

/** The product of the address with what its tabs count; the "not found" page when the store has none such. */
export const loadProduct = cache(async (productId: string) => {
  const member = await requireMember();
  const product = await found(getProduct(member.storeId, productId));
  const [counts, integrations] = await Promise.all([
    countOfProduct(member.storeId, productId),
    countIntegrations(member.storeId),
  ]);
  return { member, product, counts: { ...counts, integrations } };
});
