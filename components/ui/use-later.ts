"use client";

import { useCallback, useState } from "react";

/**
 * A part that most visits never need (what a menu opens, a dialog) and that is therefore fetched when
 * it is first wanted. A fetch that fails leaves things as they are: the next press tries again.
 */
export function useLater<P extends object>(load: () => Promise<P>): [P | null, () => void] {
  const [parts, setParts] = useState<P | null>(null);
  const want = useCallback(() => {
    load().then(setParts, () => setParts(null));
  }, [load]);
  return [parts, want];
}
