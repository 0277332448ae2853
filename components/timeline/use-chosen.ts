"use client";

import { useState } from "react";
import type { Filters } from "../activity/run-filters";

/** As the server is asked: some by name, or all that the filters find but for some. */
export type Chosen = { runIds: string[] } | { filters: Filters; except: string[]; knownAt: Date };

/** Which runs are ticked: none, some, or everything the filters find but for those unticked since. */
export function useChosen(filters: Filters) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  /** When all were chosen; what is planned later is not meant. */
  const [knownAt, setKnownAt] = useState<Date>();
  // While all are chosen, the set holds the exceptions.
  const has = (id: string) => ticked.has(id) !== (knownAt !== undefined);
  const set = (ids: readonly string[], on: boolean) =>
    setTicked((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on === (knownAt === undefined)) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  function reset(all?: Date) {
    setTicked(new Set());
    setKnownAt(all);
  }
  const chosen: Chosen = knownAt
    ? { filters, except: [...ticked], knownAt }
    : { runIds: [...ticked] };
  return {
    has,
    set,
    chosen,
    all: knownAt !== undefined,
    any: knownAt !== undefined || ticked.size > 0,
    size: ticked.size,
    chooseAll: (at: Date) => reset(at),
    clear: () => reset(),
  };
}
