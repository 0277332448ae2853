import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AutomationEditor } from "@/components/automations/editor";
import { EditorMenu } from "@/components/automations/editor-menu";
import { countWaiting } from "@/lib/activity/queries";
import { requireMember } from "@/lib/auth/session";
import { getAutomation, type Version } from "@/lib/automations/queries";
import { NotFoundError } from "@/lib/errors";
import { ClientWords } from "@/lib/i18n/client-words";
import { countWaitingRuns, removeAutomation, switchAutomation } from "../actions";
import { editorFacts } from "../editor-facts";

interface Props {
  params: Promise<{ automation: string }>;
}

async function read(storeId: string, automationId: string) {
  try {
    return await getAutomation(storeId, automationId);
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { storeId } = await requireMember();
  const { automation } = await read(storeId, (await params).automation);
  return { title: automation.name };
}

export default async function AutomationPage({ params }: Props) {
  const member = await requireMember();
  const automationId = (await params).automation;
  const [{ automation, version, product }, facts, waiting] = await Promise.all([
    read(member.storeId, automationId),
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
        actions={
          facts.mayPublish ? (
            <EditorMenu
              {...edited}
              switchAutomation={switchAutomation}
              countWaiting={countWaitingRuns}
              removeAutomation={removeAutomation}
            />
          ) : undefined
        }
      />
    </ClientWords>
  );
}

function contentOf({ trigger, moment, late, tool, integrationId, action, ...rest }: Version) {
  const { input, labels } = rest;
  return { trigger, moment, late, tool, integrationId, action, input, labels };
}
