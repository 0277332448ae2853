"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/action";

/** A server action behind a button, not a form: whether it runs, and why it was refused. */
export function useDeed<In, T>(
  action: (input: In) => Promise<ActionResult<T>>,
  onDone?: (data: T) => void,
  /** Where nothing of this place can show the refusal. */
  onRefused?: (message: string) => void,
) {
  const words = useTranslations("errors");
  const [refusal, setRefusal] = useState<string>();
  const [pending, start] = useTransition();
  function run(input: In) {
    start(async () => {
      setRefusal(undefined);
      const result = await action(input).catch(
        (): ActionResult<T> => ({ ok: false, message: words("offline") }),
      );
      if (result.ok) return onDone?.(result.data);
      setRefusal(result.message);
      onRefused?.(result.message);
    });
  }
  return { run, pending, refusal };
}
