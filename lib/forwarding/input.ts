import { z } from "zod";

/** Addresses are often copied without it. */
const withScheme = (text: string) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);

const productId = z.string().min(1).max(64).nullable();

export const addressInput = z.object({
  /** Null: the store's. */
  productId,
  url: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .transform(withScheme)
    .pipe(z.url({ protocol: /^https$/ })),
});

export const addressOf = addressInput.pick({ productId: true });
export const oneDelivery = z.object({ deliveryId: z.string().min(1).max(64) });

/** What the address of the log may say. Whatever can't be read is as if it were not there. */
export const logQuery = z.object({
  product: z.string().max(64).optional().catch(undefined),
  older: z
    .string()
    .regex(/^dlv_\w{1,40}$/)
    .optional()
    .catch(undefined),
});
