import type { Metadata } from "next";
import { z } from "zod";
import { found } from "@/app/found";
import { AutomationEditor } from "@/components/automations/editor";
import { EditorMenu } from "@/components/automations/editor-menu";
import { countWaiting } from "@/lib/activity/queries";
import { requireMember } from "@/lib/auth/session";
import { getAutomation, type Version } from "@/lib/automations/queries";
import { ClientWords } from "@/lib/i18n/client-words";
import { editorFacts } from "../editor-facts";
import { IntegrationAside } from "../integration-aside";
import { listActions } from "../list-actions";

interface Props {
  params: Promise<{ automation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const query = z.object({
  tool: z.string().optional().catch(undefined),
  edit: z.string().optional().catch(undefined),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { storeId } = await requireMember();
  const { automation } = await found(getAutomation(storeId, (await params).automation));
  return { title: automation.name };
}

export default async function AutomationPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const automationId = (await params).automation;
  const [{ automation, version, product }, facts, waiting] = await Promise.all([
    found(getAutomation(member.storeId, automationId)),
    editorFacts(member),
    countWaiting(member.storeId, automationId),
  ]);
  const edited = {
    automationId,
    name: automation.name,
    version: version.number,
    enabled: automation.enabled,
    publishedAt: version.createdAt,
    waiting,
  };
  return (
    <ClientWords areas={["automations", "integrations"]}>
      <AutomationEditor
        // A new version is a new form.
        key={`${automationId}/${version.number}/${automation.name}`}
        {...facts}
        edited={edited}
        initial={{ productId: product.id, name: automation.name, ...contentOf(version) }}
        actions={facts.mayPublish ? <EditorMenu {...edited} {...listActions} /> : undefined}
      />
      <IntegrationAside
        storeId={member.storeId}
        asked={query.parse(await searchParams)}
        tools={facts.tools}
        names={facts.accounts.map(({ name }) => name)}
        closeHref={`/automations/${automationId}`}
      />
    </ClientWords>
  );
}

function contentOf({ trigger, moment, late, tool, integrationId, action, ...rest }: Version) {
  const { conditions, exitRules, sendingWindow, input, labels } = rest;
  const extras = { conditions, exitRules, sendingWindow };
  return { trigger, moment, late, ...extras, tool, integrationId, action, input, labels };
}
