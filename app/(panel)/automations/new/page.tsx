import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { AutomationEditor } from "@/components/automations/editor";
import { ImportFile } from "@/components/automations/late-parts";
import { Templates } from "@/components/automations/templates";
import { requireMember } from "@/lib/auth/session";
import { TEMPLATES } from "@/lib/automations/templates";
import { ClientWords } from "@/lib/i18n/client-words";
import { TRIGGERS } from "@/lib/triggers/trigger";
import { editorFacts } from "../editor-facts";
import { IntegrationAside } from "../integration-aside";
import { beginningFor, blank } from "./beginning";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const query = z.object({
  product: z.string().optional().catch(undefined),
  trigger: z.enum(TRIGGERS).catch("purchase"),
  tool: z.string().optional().catch(undefined),
  edit: z.string().optional().catch(undefined),
  copy: z.string().optional().catch(undefined),
  mirror: z.string().optional().catch(undefined),
  template: z.enum(TEMPLATES).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automations.editor");
  return { title: t("newTitle") };
}

/** A new automation, of the product that `?product=` names where it comes from one. */
export default async function NewAutomationPage({ searchParams }: Props) {
  const member = await requireMember();
  const { product, trigger, tool, edit, ...begin } = query.parse(await searchParams);
  const facts = await editorFacts(member);
  // Nothing to hang it on: the list says what comes first.
  if (facts.products.length === 0) redirect("/automations");
  const only = facts.products.length === 1 ? facts.products[0] : undefined;
  const chosen = facts.products.find(({ id }) => id === product) ?? only;
  const initial = { productId: chosen?.id ?? "", name: "", ...blank(trigger) };
  const begun = await beginningFor(member.storeId, begin, facts.tools, initial.productId);
  const t = await getTranslations("versions");
  const name = begun?.kind === "copy" ? t("copyName", { name: begun.name }).slice(0, 120) : "";
  return (
    <ClientWords areas={["automations", "history", "integrations"]}>
      <AutomationEditor
        key={JSON.stringify(begin)}
        {...facts}
        initial={initial}
        begin={begun && { ...begun.values, name }}
        notice={begun && t(`begins.${begun.kind}`, { name: begun.name })}
        above={
          !facts.mayPublish ? (
            <AskOwner member={member} />
          ) : begun ? undefined : (
            <div className="mb-5 flex flex-wrap items-center gap-x-5 gap-y-3">
              <Templates productId={product} />
              <ImportFile />
            </div>
          )
        }
      />
      <IntegrationAside
        member={member}
        asked={{ tool, edit }}
        tools={facts.tools}
        names={facts.accounts.map(({ name }) => name)}
        closeHref={product ? `/automations/new?product=${product}` : "/automations/new"}
      />
    </ClientWords>
  );
}
