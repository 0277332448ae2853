import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { found } from "@/app/found";
import { AutomationEditor } from "@/components/automations/editor";
import { EditorMenu } from "@/components/automations/late-parts";
import { TextLink } from "@/components/ui/text-link";
import { countWaiting } from "@/lib/activity/queries";
import { type Content, contentOf } from "@/lib/automations/content";
import { getVersion } from "@/lib/automations/queries";
import { mirrorOf } from "@/lib/automations/templates";
import { sameDeeds } from "@/lib/automations/twin-queries";
import { db } from "@/lib/db";
import { ClientWords } from "@/lib/i18n/client-words";
import type { ToolCard } from "@/lib/tools/card";
import { editorFacts } from "../editor-facts";
import { IntegrationAside } from "../integration-aside";
import { listActions } from "../list-actions";
import { type AutomationParams, loadAutomation } from "./load";

interface Props extends AutomationParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const query = z.object({
  tool: z.string().optional().catch(undefined),
  edit: z.string().optional().catch(undefined),
  version: z.coerce.number().int().min(1).optional().catch(undefined),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { automation } = await loadAutomation((await params).automation);
  return { title: automation.name };
}

export default async function AutomationPage({ params, searchParams }: Props) {
  const automationId = (await params).automation;
  const { member, automation, version, product } = await loadAutomation(automationId);
  const { version: restored, ...asked } = query.parse(await searchParams);
  const [facts, waiting] = await Promise.all([
    editorFacts(member),
    countWaiting(member.storeId, automationId),
  ]);
  const old = restored
    ? await found(getVersion(db(), member.storeId, automationId, restored))
    : undefined;
  const t = await getTranslations("versions");
  const called = { productId: product.id, name: automation.name };
  const edited = {
    automationId,
    name: automation.name,
    version: version.number,
    enabled: automation.enabled,
    publishedAt: version.createdAt,
    waiting,
  };
  return (
    <ClientWords areas={["automations", "history", "integrations"]}>
      <AutomationEditor
        // A new version is a new form.
        key={`${automationId}/${version.number}/${automation.name}/${restored ?? ""}`}
        {...facts}
        edited={edited}
        initial={{ ...called, ...contentOf(version) }}
        begin={old && { ...called, ...contentOf(old) }}
        notice={
          old
            ? t("restoring", { number: old.number })
            : facts.mayPublish &&
              (await lacksMirror(member.storeId, product.id, version, facts.tools)) && (
                <>
                  {t("mirror.text")}{" "}
                  <TextLink href={`/automations/new?mirror=${automationId}`}>
                    {t("mirror.action")}
                  </TextLink>
                </>
              )
        }
        above={<AskOwner member={member} />}
        actions={facts.mayPublish ? <EditorMenu {...edited} {...listActions} /> : undefined}
      />
      <IntegrationAside
        member={member}
        asked={asked}
        tools={facts.tools}
        names={facts.accounts.map(({ name }) => name)}
        closeHref={`/automations/${automationId}`}
      />
    </ClientWords>
  );
}

/** Whether it gives at purchase what no automation takes away again as access expires. */
async function lacksMirror(
  storeId: string,
  productId: string,
  version: Content,
  tools: readonly ToolCard[],
): Promise<boolean> {
  const mirror = mirrorOf(contentOf(version), tools);
  if (!mirror) return false;
  const where = { productId, triggers: ["access_expired", "subscription_ended"] as const };
  const taking = await sameDeeds(storeId, where, mirror);
  return !taking.some(({ conditions }) => conditions.length === 0);
}
