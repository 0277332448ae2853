import { useLocale, useTranslations } from "next-intl";
import { readWords } from "@/lib/tools/words";

export interface Trouble {
  tool: string;
  connection: "connected" | "broken" | "unchecked" | "paused";
  fault?: string | null;
  words?: string | null;
}

const FAULTS = ["auth", "config", "rate_limited", "unavailable", "unknown"] as const;

/** Why an integration is not connected, in words: ours, and after them what the tool itself said. */
export function useReason(): (trouble: Trouble) => string {
  const t = useTranslations("integrations.reason");
  const locale = useLocale();
  return ({ tool, connection, fault, words }) => {
    const known = FAULTS.find((one) => one === fault) ?? "unknown";
    const ours = connection === "paused" ? t("paused", { tool }) : t(known, { tool });
    if (!words) return ours;
    const said = readWords(words, locale);
    if (!said.ours) return `${ours} ${t("said", { words: said.text })}`;
    // Our words about this very key or setting say the general sentence better.
    return fault === "auth" || fault === "config" ? said.text : `${ours} ${said.text}`;
  };
}
