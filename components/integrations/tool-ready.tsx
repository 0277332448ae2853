"use client";

import { useTranslations } from "next-intl";
import type { ToolCard } from "@/lib/tools/card";
import { ButtonLink } from "../ui/button-link";
import { Notice } from "../ui/notice";

/** A tool that asks for nothing here. */
export function ToolReady({ tool }: { tool: ToolCard }) {
  const t = useTranslations("integrations.ready");
  return (
    <Notice
      tone="ok"
      title={t("title", { tool: tool.name })}
      action={
        <ButtonLink href="/automations/new" size="small">
          {t("action")}
        </ButtonLink>
      }
    >
      {t("text")}
    </Notice>
  );
}
