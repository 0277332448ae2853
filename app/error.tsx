"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** Stands where the part of the page that failed would stand. */
export default function ErrorPage({ error, retry }: { error: unknown; retry(): void }) {
  const t = useTranslations("shell.failed");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div className="mx-auto w-full max-w-160 px-4 py-10">
      <ErrorState
        title={t("title")}
        action={
          <Button size="small" icon={<RefreshCw aria-hidden />} onClick={retry}>
            {t("action")}
          </Button>
        }
      >
        {t("text")}
        {digest ? (
          // The same number stands in the server's log, beside what happened.
          <span className="mt-1 block text-small">
            {t("number")} <span className="font-mono text-code">{digest}</span>
          </span>
        ) : null}
      </ErrorState>
    </div>
  );
}
