"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import { type Draft, dropDraft, keepDraft, keptDraft } from "./draft";

/** After so long without a key press the draft is kept. */
const REST_MS = 400;

/**
 * Keeps what is typed, and brings it back when the page opens again, unless it is to `begin` otherwise. `at`: when it was last kept or,
 * with `restored`, when what was brought back had been kept.
 */
export function useDraft(
  form: UseFormReturn<AutomationInput>,
  { automationId, base, now }: { automationId?: string; base: number; now(): Date },
  begin?: AutomationInput,
): { at?: Date; restored: boolean; drop(): void } {
  const [state, setState] = useState<{ at?: Date; restored: boolean }>({ restored: false });
  const { reset, watch, formState } = form;
  const begun = useRef(false);
  const broughtBack = useRef(false);

  useEffect(() => {
    if (begin && !begun.current) {
      // Once: the page is read anew while somebody types.
      begun.current = true;
      return reset(begin, { keepDefaultValues: true });
    }
    if (begin) return;
    const draft: Draft | undefined = keptDraft(automationId, base);
    if (!draft) return;
    broughtBack.current = true;
    reset(draft.values, { keepDefaultValues: true });
    setState({ at: new Date(draft.at), restored: true });
  }, [automationId, base, begin, reset]);

  const { isDirty } = formState;
  useEffect(() => {
    if (!isDirty) return;
    let timer: ReturnType<typeof setTimeout>;
    const keep = () => {
      const at = now();
      keepDraft(automationId, { base, at: at.toISOString(), values: form.getValues() });
      setState({ at, restored: false });
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, REST_MS);
    };
    // What was brought back is kept already, and says so until something is changed.
    if (!broughtBack.current) later();
    broughtBack.current = false;
    const { unsubscribe } = watch(later);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [automationId, base, form, isDirty, now, watch]);

  return {
    ...state,
    drop() {
      dropDraft(automationId);
      setState({ restored: false });
    },
  };
}
