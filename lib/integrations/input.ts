import { z } from "zod";
import type { FieldCards, Locale } from "@/lib/tools/card";
import { schemaOf } from "@/lib/tools/schema";
import type { FieldValues } from "@/lib/tools/tool";

const name = z.string().trim().min(1).max(80);

/** The form of one tool's integration. `kept`: secrets that may be left empty, because they stay. */
export function integrationForm(fields: FieldCards, locale: Locale, kept: readonly string[]) {
  const values = schemaOf(fields, locale, { kept }) as z.ZodType<FieldValues, FieldValues>;
  return z.object({ name, values });
}

/** The same as it reaches the server, where the tool's own data judge the values. */
export const publishInput = z.object({
  toolId: z.string().max(50),
  /** Null for a new one. */
  integrationId: z.string().max(50).nullable(),
  name,
  values: z.record(z.string().max(50), z.string().max(2_000)),
});

export type PublishInput = z.output<typeof publishInput>;

export const integrationIdInput = z.object({ integrationId: z.string().max(50) });

export const rotateInput = integrationIdInput.extend({ field: z.string().max(50) });

export const wishInput = z.object({
  tool: z.string().trim().min(2).max(100),
  purpose: z.string().trim().min(5).max(1_000),
});
