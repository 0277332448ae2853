import { publish } from "@/app/(panel)/integrations/actions";
import { editingOf } from "@/app/(panel)/integrations/editing";
import { IntegrationSheet } from "@/components/integrations/late-sheet";
import type { ToolCard } from "@/lib/tools/card";

/** What the address asks for beside the editor: a new integration of a tool, or one to be put right. */
export type AsideAsked = { tool?: string; edit?: string };

type Props = {
  storeId: string;
  asked: AsideAsked;
  tools: readonly ToolCard[];
  names: readonly string[];
  closeHref: string;
};

/** The sheet over the editor, which keeps all that was typed. */
export async function IntegrationAside({ storeId, asked, tools, names, closeHref }: Props) {
  if (!asked.tool && !asked.edit) return null;
  const editing = asked.edit ? await editingOf(storeId, asked.edit) : undefined;
  return (
    <IntegrationSheet
      key={editing?.id ?? "new"}
      tools={tools}
      toolId={editing?.toolId ?? asked.tool}
      editing={editing}
      names={names}
      closeHref={closeHref}
      publish={publish}
    />
  );
}
