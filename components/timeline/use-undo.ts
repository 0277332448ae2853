"use client";

import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/action";
import { useToast } from "../ui/toast";
import { useDeed } from "../use-deed";

export type Undo = (input: {
  steeringId: string;
}) => Promise<ActionResult<{ restored: number; left: number }>>;

/** Undoes a deed, and says how much of it could be. */
export function useUndo(undo: Undo) {
  const t = useTranslations("timeline.undo");
  const { show } = useToast();
  return useDeed(
    undo,
    ({ restored, left }) =>
      show({
        text: [t("restored", { count: restored }), left > 0 ? t("left", { count: left }) : ""]
          .filter(Boolean)
          .join(" "),
        tone: left > 0 ? "info" : "ok",
      }),
    (text) => show({ text, tone: "bad" }),
  );
}
