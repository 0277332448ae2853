"use client";

import { createContext, useContext } from "react";
import { type UseFormReturn, useFormContext } from "react-hook-form";
import type { ActionResult } from "@/lib/action";
import type { AutomationInput } from "@/lib/automations/input";
import type { Twin } from "@/lib/automations/twins";
import type { Decided, Decision } from "@/lib/runs/edit/input";
import type { ToolCard } from "@/lib/tools/card";
import type { FieldValues } from "@/lib/tools/tool";
import type { Loaded } from "../tool-fields/choices";
import type { Variable } from "../tool-fields/props";
import type { TouchedActions } from "./automation-actions";
import type { Rehearsing, ShownHistory } from "./history/shown-history";

export interface Account {
  id: string;
  tool: string;
  name: string;
  connection: "unchecked" | "connected" | "broken" | "paused";
  checkedAt: Date | null;
}

/** What is edited, as it was when the page was opened. */
export interface EditedAutomation {
  automationId: string;
  name: string;
  version: number;
  enabled: boolean;
  publishedAt: Date;
  /** Runs that wait by versions published so far. */
  waiting: number;
}

export interface EditorFacts {
  tools: readonly ToolCard[];
  products: readonly { id: string; name: string; plans: readonly string[] }[];
  accounts: readonly Account[];
  variables: readonly Variable[];
  edited?: EditedAutomation;
  /** Whether the person may publish. */
  mayPublish: boolean;
  zone: string;
  now: Date;
}

export interface EditorActions extends TouchedActions {
  publish(input: {
    automation: AutomationInput;
    edited?: { automationId: string; version: number };
    waiting?: Decision;
  }): Promise<ActionResult<{ automationId: string; version: number; decided?: Decided }>>;
  loadChoices(input: {
    toolId: string;
    integrationId: string | null;
    loader: string;
    chosen: FieldValues;
  }): Promise<ActionResult<Loaded>>;
  findTwins(input: {
    automation: AutomationInput;
    automationId?: string;
  }): Promise<ActionResult<Twin[]>>;
  rehearse(input: Rehearsing): Promise<ActionResult<ShownHistory>>;
}

export const EditorContext = createContext<(EditorFacts & EditorActions) | null>(null);

export function useEditor(): EditorFacts & EditorActions {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("The rows of the editor stand inside it");
  return editor;
}

export const useEditorForm = (): UseFormReturn<AutomationInput> =>
  useFormContext<AutomationInput>();
