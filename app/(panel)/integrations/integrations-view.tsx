import { getLocale } from "next-intl/server";
import { IntegrationRows } from "@/components/integrations/integration-rows";
import { IntegrationSheet } from "@/components/integrations/late-sheet";
import { listFailedSinceRed } from "@/lib/activity/failed-queries";
import type { Member } from "@/lib/auth/queries";
import { now } from "@/lib/clock";
import { type ListedIntegration, listConfigFaults } from "@/lib/integrations/usage-queries";
import { describeTool, tools } from "@/lib/tools/registry";
import { checkNow, publish, remove, rotate } from "./actions";
import { editingOf } from "./editing";

export type Asked = { new?: string | string[]; tool?: string | string[]; edit?: string | string[] };

type Props = {
  member: Member;
  rows: readonly ListedIntegration[];
  /** Where the list stands; the sheet's address is this with a question mark. */
  at: string;
  asked: Asked;
  /** The product whose tab it is. */
  product?: { id: string; name: string };
};

/** The list of integrations with the sheet that the address asks for. */
export async function IntegrationsView({ member, rows, at, asked, product }: Props) {
  const [locale, faults, failed] = await Promise.all([
    getLocale(),
    listConfigFaults(member.storeId),
    listFailedSinceRed(member.storeId),
  ]);
  const cards = tools.map((tool) => describeTool(tool, locale));
  const editing =
    typeof asked.edit === "string" ? await editingOf(member.storeId, asked.edit) : undefined;
  const toolId = typeof asked.tool === "string" ? asked.tool : undefined;
  const mayWrite = member.role !== "viewer";
  const opened = Boolean(editing || (mayWrite && (toolId || asked.new !== undefined)));
  return (
    <>
      <IntegrationRows
        rows={rows}
        faults={faults}
        failed={failed}
        tools={cards}
        at={at}
        zone={member.store.timeZone}
        now={now()}
        mayWrite={mayWrite}
        actions={{ checkNow, remove, rotate }}
      />
      {opened ? (
        <IntegrationSheet
          key={editing?.id ?? "new"}
          tools={cards}
          toolId={editing?.toolId ?? toolId}
          editing={editing}
          names={rows.map(({ name }) => name)}
          product={product}
          closeHref={at}
          mayWrite={mayWrite}
          publish={publish}
        />
      ) : null}
    </>
  );
}
