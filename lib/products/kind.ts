export const PRODUCT_KINDS = ["one_off", "free", "subscription"] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];
