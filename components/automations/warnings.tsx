"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import type { AutomationInput } from "@/lib/automations/input";
import type { Twin } from "@/lib/automations/twins";
import { Badge } from "../ui/badge";
import { CardPart } from "../ui/card";
import { Link } from "../ui/link";
import { TextLink } from "../ui/text-link";
import { useEditor, useEditorForm } from "./editor-context";
import { loadJudge } from "./use-resolver";
import { useSheetHref } from "./use-sheet-href";

/** Asked so long after the last change. */
const REST_MS = 500;

/** What the merchant should know before publishing; nothing here stops them. */
export function Warnings() {
  const given = useWatch({ control: useEditorForm().control }) as AutomationInput;
  return (
    <>
      <BrokenAccount integrationId={given.integrationId} />
      <Twins given={given} />
    </>
  );
}

function BrokenAccount({ integrationId }: { integrationId: string | null }) {
  const t = useTranslations("automations.editor.broken");
  const sheet = useSheetHref();
  const account = useEditor().accounts.find(({ id }) => id === integrationId);
  if (account?.connection !== "broken" && account?.connection !== "paused") return null;
  return (
    <CardPart>
      <Badge tone="warn" icon={TriangleAlert} className="mb-1">
        {t("title")}
      </Badge>
      <p>
        {t("text", { account: account.name })}{" "}
        <TextLink href={sheet({ edit: account.id })} scroll={false}>
          {t("action")}
        </TextLink>
      </p>
    </CardPart>
  );
}

function Twins({ given }: { given: AutomationInput }) {
  const t = useTranslations("automations.editor.twins");
  const twins = useTwins(given);
  if (twins.length === 0) return null;
  return (
    <CardPart>
      <Badge tone="warn" icon={TriangleAlert} className="mb-1">
        {t("title")}
      </Badge>
      <div aria-live="polite" className="grid gap-2">
        {twins.map((twin) => (
          <TwinLine key={"id" in twin ? twin.id : twin.kind} twin={twin} />
        ))}
      </div>
    </CardPart>
  );
}

/** Names the twin, with the way to it. */
function TwinLine({ twin }: { twin: Twin }) {
  const t = useTranslations("automations.editor.twins");
  const href = twinHref(twin);
  const link = (words: ReactNode) => (
    <Link href={href} className="link">
      {words}
    </Link>
  );
  if (twin.kind === "forwarding") return <p>{t.rich(`forwarding.${twin.of}`, { link })}</p>;
  const { kind, name, enabled } = twin;
  return (
    <p>
      {t.rich(kind === "same" ? "text" : kind, { name, link })} {enabled ? null : t("isOff")}
    </p>
  );
}

function twinHref(twin: Twin): string {
  if (twin.kind !== "forwarding") return `/automations/${twin.id}`;
  return twin.of === "store"
    ? "/settings#forwarding"
    : `/products/${twin.productId}/easycart#forwarding`;
}

/** Other automations that do exactly what the form says; asked when it rests and makes sense. */
function useTwins(given: AutomationInput): readonly Twin[] {
  const { tools, edited, findTwins } = useEditor();
  const [twins, setTwins] = useState<readonly Twin[]>([]);
  const { name: _, ...rest } = given;
  const key = JSON.stringify(rest);
  const automationId = edited?.automationId;
  useEffect(() => {
    let current = true;
    setTwins([]);
    async function ask() {
      const { shaped } = await loadJudge();
      const automation = shaped(JSON.parse(key), tools);
      return automation && (await findTwins({ automation, automationId }));
    }
    const timer = setTimeout(async () => {
      // A warning that can't be asked for is left out: nothing here stops anybody.
      const found = await ask().catch(() => undefined);
      if (current && found?.ok) setTwins(found.data);
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, tools, automationId, findTwins]);
  return twins;
}
