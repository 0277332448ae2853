"use client";

import { useTranslations } from "next-intl";
import { ErrorDrawing } from "@/components/drawings/error";
import { bareButton } from "@/components/ui/bare-button";

/** Stands where the part of the page that failed would stand. */
export default function ErrorPage({ error, retry }: { error: unknown; retry(): void }) {
  const t = useTranslations("shell.failed");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert" className="mx-auto grid w-full max-w-160 justify-items-start px-4 py-10">
      <ErrorDrawing />
      <h1 className="mt-4 text-title">{t("title")}</h1>
      <p className="mt-1 text-pretty text-ink-2">{t("text")}</p>
      {digest ? (
        // The same number stands in the server's log, beside what happened.
        <p className="mt-1 text-small text-ink-2">
          {t("number")} <span className="font-mono text-code">{digest}</span>
        </p>
      ) : null}
      <button type="button" onClick={retry} className={`${bareButton} mt-5`}>
        {t("action")}
      </button>
    </div>
  );
}
