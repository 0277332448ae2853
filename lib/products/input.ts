import { z } from "zod";
import { PRODUCT_KINDS } from "./kind";

const name = z.string().trim().min(1).max(200);

/** What a draft begins with. */
export const draftInput = z.object({ name, kind: z.enum(PRODUCT_KINDS) });

const planInput = z.object({
  /** Empty for a plan that was just added. */
  id: z.string().max(40),
  name: z.string().trim().min(1).max(100),
});

/** A number of days as typed; empty: as long as the access lasts in EasyCart. */
const days = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : Number(text)))
  .pipe(z.int().min(1).max(36_500).nullable());

const emptyToNull = (text: string) => (text === "" ? null : text);

const plansInput = z
  .array(planInput)
  .max(50)
  .superRefine((plans, context) => {
    const seen = new Set<string>();
    for (const [at, { name }] of plans.entries()) {
      const known = name.toLowerCase();
      if (seen.has(known))
        context.addIssue({ code: "custom", path: [at, "name"], params: { words: "planTwice" } });
      seen.add(known);
    }
  });

export const productInput = z.object({
  name,
  kind: z.enum(PRODUCT_KINDS),
  plans: plansInput,
  accessDays: days,
  qrCodes: z.boolean(),
  easycartId: z.string().trim().max(100).transform(emptyToNull),
});

export const productIdInput = z.object({ productId: z.string().max(50) });

export const saveProductInput = productInput.extend(productIdInput.shape);

export type ProductForm = z.input<typeof productInput>;
export type ProductChange = z.output<typeof productInput>;
