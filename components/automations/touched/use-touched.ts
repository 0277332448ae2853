"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AutomationTiming } from "@/lib/automations/input";
import type { Looked, TouchedActions } from "../automation-actions";

type Asked = {
  automationId: string;
  /** Absent: the edit ends the automation. */
  to?: { version: number; timing: AutomationTiming };
};

export type TouchedPeople = Asked & Looked;

/**
 * Looks whom an edit touches. `look` resolves to nobody where nobody waits, and otherwise keeps them
 * in `people` until `forget`: that is what the dialog asks about.
 */
export function useTouched({ previewTouched, pageTouched }: TouchedActions) {
  const offline = useTranslations("errors")("offline");
  const [people, setPeople] = useState<TouchedPeople | null>(null);
  const failed = { ok: false as const, message: offline };

  async function look(asked: Asked): Promise<"somebody" | "nobody" | { refused: string }> {
    const found = await previewTouched(asked).catch(() => failed);
    if (!found.ok) return { refused: found.message };
    if (found.data.sum.waiting === 0) return "nobody";
    setPeople({ ...asked, ...found.data });
    return "somebody";
  }

  /** Loads the next page; resolves to why it could not. */
  async function more(): Promise<string | undefined> {
    const after = people?.page.next;
    if (!people || !after) return undefined;
    const timing = people.sum.move ? people.to?.timing : undefined;
    const { automationId } = people;
    const found = await pageTouched({ automationId, timing, after }).catch(() => failed);
    if (!found.ok) return found.message;
    const { rows, next } = found.data;
    setPeople({ ...people, page: { rows: [...people.page.rows, ...rows], next } });
    return undefined;
  }

  return { people, look, more, forget: () => setPeople(null) };
}
