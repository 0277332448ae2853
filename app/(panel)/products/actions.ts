"use server";

import { revalidatePath } from "next/cache";
import { memberAction } from "@/lib/action";
import { noted } from "@/lib/deeds/noted";
import { draftInput, productIdInput, saveProductInput } from "@/lib/products/input";
import { deleteDraft, getProduct, insertDraft, saveProduct } from "@/lib/products/queries";

export const createDraft = memberAction(
  "createDraft",
  draftInput,
  async (draft, { storeId, userId }) => {
    const { name } = draft;
    const productId = await noted(
      storeId,
      (subject: string) => ({ userId, what: "product_created", subject, name }),
      (tx) => insertDraft(storeId, draft, tx),
    );
    revalidatePath("/products");
    return { productId };
  },
);

export const saveProductAction = memberAction(
  "saveProduct",
  saveProductInput,
  async ({ productId, ...product }, { storeId, userId }) => {
    const { name } = product;
    await noted(storeId, { userId, what: "product_saved", subject: productId, name }, (tx) =>
      saveProduct(storeId, productId, product, tx),
    );
    revalidatePath("/products", "layout");
  },
);

export const deleteDraftAction = memberAction(
  "deleteDraft",
  productIdInput,
  async ({ productId }, { storeId, userId }) => {
    const { name } = await getProduct(storeId, productId);
    await noted(storeId, { userId, what: "product_deleted", name }, (tx) =>
      deleteDraft(storeId, productId, tx),
    );
    revalidatePath("/products");
  },
);
