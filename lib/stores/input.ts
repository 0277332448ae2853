import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";

const isTimeZone = (zone: string) => Intl.supportedValuesOf("timeZone").includes(zone);

export const storeInput = z.object({
  name: z.string().trim().min(1).max(80),
  timeZone: z.string().refine(isTimeZone, { params: { words: "field.choice" } }),
  locale: z.enum(LOCALES),
});

/** EasyCart shows the key once and says nothing of its length. */
export const signingKeyInput = z.object({ signingKey: z.string().trim().min(8).max(500) });

const eventName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9._-]+$/);

export const eventNamesInput = z.object({
  cartRecoveryEvent: eventName,
  qrScannedEvent: eventName,
});
