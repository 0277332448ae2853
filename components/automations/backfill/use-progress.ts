"use client";

import { useCallback, useEffect, useState } from "react";
import { isOpen, type Progress } from "@/lib/runs/backfill/status";
import type { BackfillActions, ProgressNow } from "./backfill-actions";

const EVERY_MS = 3_000;

/** Whether something will change by itself. */
export const isUnderWay = (progress: Progress | null): boolean =>
  progress !== null && (isOpen(progress) || progress.open > 0);

/** How far a backfill is, asked anew every few seconds as long as it goes on and somebody can see it. */
export function useProgress(
  automationId: string,
  first: ProgressNow,
  read: BackfillActions["read"],
): ProgressNow & { look(): Promise<void> } {
  const [known, setKnown] = useState(first);
  const look = useCallback(async () => {
    // Offline: what is shown stays until the next look.
    const result = await read({ automationId }).catch(() => undefined);
    if (result?.ok) setKnown(result.data);
  }, [automationId, read]);
  const moves = isUnderWay(known.progress);
  useEffect(() => {
    if (!moves) return;
    const see = () => document.visibilityState === "visible" && look();
    const timer = setInterval(see, EVERY_MS);
    document.addEventListener("visibilitychange", see);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", see);
    };
  }, [look, moves]);
  return { ...known, look };
}
