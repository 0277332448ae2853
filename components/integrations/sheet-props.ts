import type { ActionResult } from "@/lib/action";
import type { PublishInput } from "@/lib/integrations/input";
import type { Published } from "@/lib/integrations/publish";
import type { ToolCard } from "@/lib/tools/card";

/** A saved integration as its form may know it: plain values, and of secrets their last letters. */
export interface Editing {
  id: string;
  toolId: string;
  name: string;
  values: Record<string, string>;
  tails: Record<string, string>;
}

export type Publish = (input: PublishInput) => Promise<ActionResult<Published>>;

/** What was typed so far for one tool, kept while another one is looked at. */
export type Typed = { name: string; values: Record<string, string> };

export interface SheetProps {
  tools: readonly ToolCard[];
  /** Chosen at the start. */
  toolId?: string;
  editing?: Editing;
  /** Of the integrations there are. */
  names: readonly string[];
  product?: { id: string; name: string };
  closeHref: string;
  /** Whether the person may change it, or only look. */
  mayWrite: boolean;
  publish: Publish;
}
