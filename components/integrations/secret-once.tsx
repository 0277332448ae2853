"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "../ui/copy-field";

/** A secret of our making, the only time it is shown. */
export function SecretOnce({ secret }: { secret: string }) {
  const t = useTranslations("integrations.secret");
  return (
    <div className="grid gap-2">
      <CopyField
        value={secret}
        label={t("label")}
        words={{ copy: t("copy"), copied: t("copied") }}
      />
      <p className="text-small text-ink-2">{t("hint")}</p>
    </div>
  );
}
