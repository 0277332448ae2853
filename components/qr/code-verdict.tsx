import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CodeState } from "@/lib/qr/state";
import { TONE_INK } from "../ui/badge";
import { cn } from "../ui/cn";
import { CODE_LOOKS } from "./code-state";

/** What a code is worth, readable at arm's length. */
export function CodeVerdict({ state, children }: { state: CodeState; children: ReactNode }) {
  const t = useTranslations("qr.scan");
  const { icon: Icon, tone } = CODE_LOOKS[state];
  return (
    <div className="mb-6 grid justify-items-start gap-2">
      <Icon aria-hidden className={cn("size-12", TONE_INK[tone])} />
      <h1 className="text-say">{t(state)}</h1>
      <p className="text-pretty text-ink-2">{children}</p>
    </div>
  );
}
