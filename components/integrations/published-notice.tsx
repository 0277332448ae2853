"use client";

import { useTranslations } from "next-intl";
import type { Published } from "@/lib/integrations/publish";
import { Notice } from "../ui/notice";
import { useReason } from "./reason";
import { SecretOnce } from "./secret-once";

/** What came of publishing: connected with a secret to copy, or saved without a connection and why. */
export function PublishedNotice({ published, tool }: { published: Published; tool: string }) {
  const t = useTranslations("integrations.published");
  const reason = useReason();
  const connected = published.connection === "connected";
  const secrets = Object.entries(published.made);
  return (
    <>
      {connected ? (
        <Notice tone="ok" title={t("connected")} live>
          {published.account ? t("account", { account: published.account }) : null}
        </Notice>
      ) : (
        <Notice tone="bad" title={t("broken")} live>
          {reason({ ...published, tool })} {t("mend")}
        </Notice>
      )}
      {secrets.map(([field, secret]) => (
        <section key={field} className="grid gap-2">
          <h3 className="text-section">{t("secretTitle")}</h3>
          <p className="text-pretty text-ink-2">{t("secretText")}</p>
          <SecretOnce secret={secret} />
        </section>
      ))}
    </>
  );
}
