"use client";

import { useEffect, useState } from "react";
import type { Leap } from "@/lib/time-machine/input";
import type { Ahead } from "@/lib/time-machine/look-ahead";
import type { TimeMachineProps } from "./props";

/** So long nothing may be typed before it is asked for: each digit would ask otherwise. */
const PAUSE_MS = 200;

/** What the leap would bring; what was asked before stays until the answer is there. */
export function useAhead(
  leap: Leap | undefined,
  seeAhead: TimeMachineProps["seeAhead"],
): Ahead | undefined {
  const [ahead, setAhead] = useState<Ahead>();
  const { value, unit } = leap ?? {};
  useEffect(() => {
    if (value === undefined || unit === undefined) return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await seeAhead({ value, unit }).catch(() => undefined);
      if (current) setAhead(answer?.ok ? answer.data : undefined);
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [value, unit, seeAhead]);
  return leap && ahead;
}
