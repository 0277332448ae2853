"use client";

import { useEffect } from "react";
import type { FieldValues, Resolver } from "react-hook-form";

/**
 * A form's check that is fetched when it is first needed: zod, with all that stands on it, would be a
 * quarter of what its page loads. Where it can't be fetched the server judges alone, as it does anyway.
 */
export function lateResolver<In extends FieldValues, Out>(
  load: () => Promise<Resolver<In, unknown, Out>>,
): Resolver<In, unknown, Out> {
  return async (values, context, options) => {
    const resolve = await load().catch(() => undefined);
    if (!resolve) return { values: values as unknown as Out, errors: {} };
    return resolve(values, context, options);
  };
}

/** Fetches the check with the first change, so that nobody waits for it when the form is sent. */
export function useFetched(load: () => Promise<unknown>, touched: boolean): void {
  useEffect(() => {
    // What fails here is tried again when the form is sent.
    if (touched) load().catch(() => undefined);
  }, [load, touched]);
}
