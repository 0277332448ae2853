import { useTranslations } from "next-intl";
import type { ToolCard } from "@/lib/tools/card";
import { ToolMark } from "../tool-mark";
import { Fold } from "../ui/fold";
import { Section } from "../ui/section";

/** Each tool in its own words: what it can do, and how it is connected. */
export function ToolHelp({ tools }: { tools: readonly ToolCard[] }) {
  const t = useTranslations("help.tools");
  return (
    <Section id="tools" title={t("title")}>
      <ul className="grid max-w-160 gap-6 pt-4">
        {tools.map((tool) => (
          <li key={tool.id} className="grid gap-2">
            <h3 className="flex items-center gap-2.5 font-medium">
              <ToolMark mark={tool.mark} size="small" />
              {tool.name}
            </h3>
            <p className="text-pretty text-ink-2">{tool.summary}</p>
            <ul aria-label={t("actions")} className="grid list-disc gap-1 pl-5">
              {Object.entries(tool.actions).map(([id, { label }]) => (
                <li key={id}>{label}</li>
              ))}
            </ul>
            {tool.guide.length > 0 ? (
              <Fold title={t("guide")}>
                <ol className="grid list-decimal gap-2 py-3 pr-4 pl-8 text-small text-ink-2">
                  {tool.guide.map((step) => (
                    <li key={step} className="text-pretty pl-1 wrap-anywhere">
                      {step}
                    </li>
                  ))}
                </ol>
              </Fold>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
