"use client";

import { useEffect, useRef } from "react";
import type { ActionCard, ToolCard } from "@/lib/tools/card";
import type { FieldValues } from "@/lib/tools/tool";
import { type Account, useEditor, useEditorForm } from "./editor-context";

/** Fields that are filled in for a new automation. */
function initialOf({ fields }: ActionCard): FieldValues {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { initial }]) => [name, initial ?? ""]),
  );
}

/** Chooses an action: what was filled in for another one makes no sense here. */
export function useChooseAction() {
  const { tools } = useEditor();
  const { setValue, getValues } = useEditorForm();
  return (action: string, toolId = getValues("tool")) => {
    const card = tools.find(({ id }) => id === toolId);
    const chosen = card && Object.hasOwn(card.actions, action) ? card.actions[action] : undefined;
    setValue("action", action, { shouldDirty: true });
    setValue("input", chosen ? initialOf(chosen) : {});
    setValue("labels", {});
  };
}

/** Chooses a tool, and what follows from it wherever there is only one possibility. */
export function useChooseTool() {
  const { tools, accounts } = useEditor();
  const { setValue, clearErrors } = useEditorForm();
  const chooseAction = useChooseAction();
  return (toolId: string) => {
    const card = tools.find(({ id }) => id === toolId);
    const [account, ...others] = accounts.filter(({ tool }) => tool === toolId);
    clearErrors();
    setValue("tool", toolId, { shouldDirty: true });
    setValue("integrationId", account && others.length === 0 ? account.id : null);
    chooseAction(onlyAction(card), toolId);
  };
}

function onlyAction(card: ToolCard | undefined): string {
  const [action, ...others] = Object.keys(card?.actions ?? {});
  return action !== undefined && others.length === 0 ? action : "";
}

/** An integration that was just made for the chosen tool is meant to be used. */
export function useChooseNewcomer(accounts: readonly Account[], toolId: string): void {
  const { setValue } = useEditorForm();
  const known = useRef(new Set(accounts.map(({ id }) => id)));
  useEffect(() => {
    const newcomer = accounts.find(({ id, tool }) => tool === toolId && !known.current.has(id));
    known.current = new Set(accounts.map(({ id }) => id));
    if (newcomer) setValue("integrationId", newcomer.id, { shouldDirty: true });
  }, [accounts, toolId, setValue]);
}
