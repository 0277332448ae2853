"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import { Button } from "../ui/button";
import { Confirm } from "../ui/confirm";
import { Notice } from "../ui/notice";
import { useDeed } from "../use-deed";

export function DeleteDraft({
  productId,
  deleteDraft,
}: {
  productId: string;
  deleteDraft(input: { productId: string }): Promise<ActionResult<void>>;
}) {
  const t = useTranslations("products.deleteDraft");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { refusal, pending, run } = useDeed(deleteDraft, () => router.push("/products"));
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t("action")}
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={t("title")}
        description={t("text")}
        confirmLabel={t("action")}
        pendingLabel={t("pending")}
        cancelLabel={t("keep")}
        danger
        pending={pending}
        onConfirm={() => run({ productId })}
      >
        {refusal ? (
          <Notice tone="bad" live>
            {refusal}
          </Notice>
        ) : null}
      </Confirm>
    </>
  );
}
