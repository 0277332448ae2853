import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { type ErrorWords, inputWords } from "@/lib/input";

/** Judges a form by the input that it shares with its action; never loaded with a page. */
export function resolverOf<In extends FieldValues, Out>(
  schema: z.ZodType<Out, In>,
  words: ErrorWords,
): Resolver<In, unknown, Out> {
  return zodResolver(schema, { error: inputWords(words) });
}
