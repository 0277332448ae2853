"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/action";
import type { ErrorWords } from "@/lib/input";
import { lateResolver, useFetched } from "./late-resolver";

type Options<In extends FieldValues, Out, T> = {
  /** Fetches the shared input of form and action. The function has to stay the same one. */
  schema(): Promise<z.ZodType<Out, In>>;
  action(input: In): Promise<ActionResult<T>>;
  defaultValues: DefaultValues<NoInfer<In>>;
  onSaved(data: T, input: In): void;
};

/**
 * A form that checks with `schema`, submits to `action`, and shows at its fields what the server
 * refused. What was typed stays, whatever happens; leaving the site with it unsaved asks first.
 */
export function useActionForm<In extends FieldValues, Out, T>(options: Options<In, Out, T>) {
  const { schema, action, defaultValues, onSaved } = options;
  const words = useTranslations("errors");
  const load = useCallback(async () => {
    const [shared, { resolverOf }] = await Promise.all([schema(), import("./zod-resolver")]);
    return resolverOf(shared, words as unknown as ErrorWords);
  }, [schema, words]);
  const form = useForm<In, unknown, Out>({ resolver: lateResolver(load), defaultValues });
  useFetched(load, form.formState.isDirty);
  const { reset, getValues } = form;
  useEffect(() => {
    // What was typed before the page came to life is among the values, but not yet a change to them.
    reset(getValues(), { keepDefaultValues: true, keepValues: true });
  }, [reset, getValues]);
  useLeaveWarning(form.formState.isDirty);

  const submit = form.handleSubmit(async () => {
    const input = form.getValues();
    const result = await action(input).catch((): ActionResult<T> => {
      return { ok: false, message: words("offline") };
    });
    if (result.ok) {
      form.reset(input);
      return onSaved(result.data, input);
    }
    const refused = Object.entries(result.fields ?? {});
    for (const [at, [name, message]] of refused.entries())
      form.setError(name as Path<In>, { message }, { shouldFocus: at === 0 });
    form.setError("root", { message: result.message });
  });
  return { ...form, submit };
}

function useLeaveWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
}
