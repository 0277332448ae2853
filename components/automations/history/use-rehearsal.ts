"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/action";
import type { RehearsedRule, Span } from "@/lib/runs/history/input";
import { useEditor } from "../editor-context";
import type { ShownHistory } from "./shown-history";

/** What a rule would have made of so many days; asked anew as they change. */
export function useRehearsal(rule: RehearsedRule, days: Span, automationId?: string) {
  const { rehearse } = useEditor();
  const words = useTranslations("errors");
  const [came, setCame] = useState<{ days: Span; result: ActionResult<ShownHistory> }>();
  const offline = words("offline");
  useEffect(() => {
    let stale = false;
    rehearse({ rule, automationId, days })
      .catch(() => ({ ok: false as const, message: offline }))
      .then((result) => !stale && setCame({ days, result }));
    return () => {
      stale = true;
    };
  }, [rehearse, rule, automationId, days, offline]);
  const result = came?.days === days ? came.result : undefined;
  return {
    history: result?.ok ? result.data : undefined,
    refusal: result?.ok === false ? result.message : undefined,
    loadAfter: (after: { receivedAt: Date; id: string }) =>
      rehearse({ rule, automationId, days, after }),
  };
}
