import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AutomationEditor } from "@/components/automations/editor";
import { requireMember } from "@/lib/auth/session";
import { presetExits } from "@/lib/automations/exit-rules";
import type { AutomationInput } from "@/lib/automations/input";
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
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automations.editor");
  return { title: t("newTitle") };
}

/** A new automation, of the product that `?product=` names where it comes from one. */
export default async function NewAutomationPage({ searchParams }: Props) {
  const member = await requireMember();
  const { product, trigger, ...asked } = query.parse(await searchParams);
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
  return (
    <ClientWords areas={["automations", "integrations"]}>
      <AutomationEditor {...facts} initial={initial} />
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
