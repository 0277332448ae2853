"use server";

import { revalidatePath } from "next/cache";
import { memberAction } from "@/lib/action";
import { draftInput, productIdInput, saveProductInput } from "@/lib/products/input";
import { deleteDraft, insertDraft, saveProduct } from "@/lib/products/queries";

export const createDraft = memberAction("createDraft", draftInput, async (draft, { storeId }) => {
  const productId = await insertDraft(storeId, draft);
  revalidatePath("/products");
  return { productId };
});

export const saveProductAction = memberAction(
  "saveProduct",
  saveProductInput,
  async ({ productId, ...product }, { storeId }) => {
    await saveProduct(storeId, productId, product);
    revalidatePath("/products", "layout");
  },
);

export const deleteDraftAction = memberAction(
  "deleteDraft",
  productIdInput,
  async ({ productId }, { storeId }) => {
    await deleteDraft(storeId, productId);
    revalidatePath("/products");
  },
);
