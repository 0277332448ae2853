import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/action";
import type { Choice, FieldValues } from "@/lib/tools/tool";

/** `at`: when the list came. */
export type Loaded = { choices: readonly Choice[]; at: Date };
export type LoadChoices = (loader: string, chosen: FieldValues) => Promise<ActionResult<Loaded>>;

export type ChoicesState =
  | { state: "loading"; choices: readonly Choice[] }
  | { state: "ready"; choices: readonly Choice[]; at: Date }
  | { state: "failed"; choices: readonly Choice[]; message: string };

/**
 * The list behind a field, loaded at once and anew whenever what it depends on changes. An answer
 * that was overtaken by a later question is dropped.
 */
export function useChoices(
  load: LoadChoices,
  loader: string,
  chosen: FieldValues,
  offline: string,
): ChoicesState & { reload(): void } {
  const [shown, show] = useState<ChoicesState>({ state: "loading", choices: [] });
  const question = useRef(0);
  const key = JSON.stringify(chosen);

  const ask = useCallback(async () => {
    question.current += 1;
    const asked = question.current;
    show(({ choices }) => ({ state: "loading", choices }));
    const result = await load(loader, JSON.parse(key)).catch(
      (): ActionResult<Loaded> => ({ ok: false, message: offline }),
    );
    if (asked !== question.current) return;
    show(
      result.ok
        ? { state: "ready", ...result.data }
        : { state: "failed", choices: [], message: result.message },
    );
  }, [load, loader, key, offline]);

  useEffect(() => {
    void ask();
    return () => {
      question.current += 1;
    };
  }, [ask]);

  return { ...shown, reload: () => void ask() };
}
