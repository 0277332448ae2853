import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { found } from "@/app/found";
import { AutomationEditor } from "@/components/automations/editor";
import { requireMember } from "@/lib/auth/session";
import { contentOf } from "@/lib/automations/content";
import { presetExits } from "@/lib/automations/exit-rules";
import type { AutomationInput } from "@/lib/automations/input";
import { getAutomation } from "@/lib/automations/queries";
import { ClientWords } from "@/lib/i18n/client-words";
import { TRIGGERS } from "@/lib/triggers/trigger";
import { editorFacts } from "../editor-facts";
import { IntegrationAside } from "../integration-aside";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const query = z.object({
  product: z.string().optional().catch(undefined),
  trigger: z.enum(TRIGGERS).catch("purchase"),
  tool: z.string().optional().catch(undefined),
  edit: z.string().optional().catch(undefined),
  copy: z.string().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automations.editor");
  return { title: t("newTitle") };
}

/** A new automation, of the product that `?product=` names where it comes from one. */
export default async function NewAutomationPage({ searchParams }: Props) {
  const member = await requireMember();
  const { product, trigger, copy, ...asked } = query.parse(await searchParams);
  const facts = await editorFacts(member);
  // Nothing to hang it on: the list says what comes first.
  if (facts.products.length === 0) redirect("/automations");
  const only = facts.products.length === 1 ? facts.products[0] : undefined;
  const chosen = facts.products.find(({ id }) => id === product) ?? only;
  const initial: AutomationInput = {
    productId: chosen?.id ?? "",
    name: "",
    trigger,
    moment: null,
    late: "skip",
    conditions: [],
    exitRules: presetExits(trigger),
    sendingWindow: null,
    tool: "",
    integrationId: null,
    action: "",
    input: {},
    labels: {},
  };
  const t = await getTranslations("versions");
  const original = copy ? await found(getAutomation(member.storeId, copy)) : undefined;
  const copyName = original ? t("copyName", { name: original.automation.name }).slice(0, 120) : "";
  return (
    <ClientWords areas={["automations", "integrations"]}>
      <AutomationEditor
        key={copy}
        {...facts}
        initial={initial}
        begin={
          original && {
            ...{ productId: original.product.id, name: copyName },
            ...contentOf(original.version),
          }
        }
        notice={original && t("copying", { name: original.automation.name })}
      />
      <IntegrationAside
        storeId={member.storeId}
        asked={asked}
        tools={facts.tools}
        names={facts.accounts.map(({ name }) => name)}
        closeHref={product ? `/automations/new?product=${product}` : "/automations/new"}
      />
    </ClientWords>
  );
}
