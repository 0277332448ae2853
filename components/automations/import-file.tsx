"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Missing } from "@/lib/automations/portable";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { useEditor, useEditorForm } from "./editor-context";

type Read = { name: string; missing: Missing[] } | "refused";

/** Fills the form in from a file; nothing works before it is published. */
export function ImportFile() {
  const t = useTranslations("automations.import");
  const { tools, accounts, products } = useEditor();
  const { reset, getValues } = useEditorForm();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read>();

  async function take(file: File | undefined) {
    if (!file) return;
    // Only who imports needs it.
    const { portable, fromPortable } = await import("@/lib/automations/portable");
    const parsed = portable.safeParse(
      await file
        .text()
        .then(JSON.parse)
        .catch(() => null),
    );
    if (!parsed.success) return setRead("refused");
    const { name, content, missing } = fromPortable(parsed.data, { tools, accounts, products });
    const { productId } = getValues();
    reset({ productId, name, ...content }, { keepDefaultValues: true });
    setRead({ name, missing });
  }

  return (
    <>
      <Button size="small" icon={<FileUp aria-hidden />} onClick={() => input.current?.click()}>
        {t("choose")}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={t("choose")}
        className="hidden"
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = "";
        }}
      />
      {read ? (
        <div className="w-full">
          <Outcome read={read} />
        </div>
      ) : null}
    </>
  );
}

function Outcome({ read }: { read: Read }) {
  const t = useTranslations("automations.import");
  if (read === "refused")
    return (
      <Notice tone="bad" live>
        {t("refused")}
      </Notice>
    );
  const { name, missing } = read;
  return (
    <Notice tone={missing.length > 0 ? "warn" : "ok"} live>
      {t("read", { name })}
      {missing.map((each) => (
        <p key={`${each.what}/${each.name}`}>{t(`missing.${each.what}`, { name: each.name })}</p>
      ))}
    </Notice>
  );
}
