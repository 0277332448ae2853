import { z } from "zod";

/** More at once is a slip of the finger. */
export const MOST_CREDITS = 1_000;

const credits = z.coerce.number().pipe(z.int().min(1).max(MOST_CREDITS));

export const scanInput = z.object({
  token: z.string().regex(/^[0-9a-f]{40}$/),
  /** Made once per scan by the phone, so that a double tap is one scan. */
  key: z.string().regex(/^[0-9a-f]{32}$/),
  kind: z.enum(["scan", "added"]),
  /** Scans to take, or to add. */
  credits,
});

export type ScanInput = z.output<typeof scanInput>;

export const earlierInput = z.object({
  productId: z.string().min(1).max(64),
  /** Where the step before stopped. */
  after: z.string().max(64).optional(),
});

/** Scans that a new code allows, as typed; empty: any number. */
export const qrSettingsInput = z.object({
  productId: z.string().min(1).max(64),
  scans: z
    .string()
    .trim()
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(z.int().min(1).max(MOST_CREDITS).nullable()),
});

export const codesQuery = z.object({
  older: z
    .string()
    .regex(/^qrc_\w{1,40}$/)
    .optional()
    .catch(undefined),
});
