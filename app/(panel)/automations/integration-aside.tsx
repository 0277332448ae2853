import { publish } from "@/app/(panel)/integrations/actions";
import { editingOf } from "@/app/(panel)/integrations/editing";
import { IntegrationSheet } from "@/components/integrations/late-sheet";
import type { Member } from "@/lib/auth/queries";
import type { ToolCard } from "@/lib/tools/card";

/** What the address asks for beside the editor: a new integration of a tool, or one to be put right. */
export type AsideAsked = { tool?: string; edit?: string };

type Props = {
  member: Member;
  asked: AsideAsked;
  tools: readonly ToolCard[];
  names: readonly string[];
  closeHref: string;
};

/** The sheet over the editor, which keeps all that was typed. */
export async function IntegrationAside({ member, asked, tools, names, closeHref }: Props) {
  const mayWrite = member.role !== "viewer";
  if (!asked.edit && !(asked.tool && mayWrite)) return null;
  const editing = asked.edit ? await editingOf(member.storeId, asked.edit) : undefined;
  return (
    <IntegrationSheet
      key={editing?.id ?? "new"}
      tools={tools}
      toolId={editing?.toolId ?? asked.tool}
      editing={editing}
      names={names}
      closeHref={closeHref}
      mayWrite={mayWrite}
      publish={publish}
    />
  );
}
