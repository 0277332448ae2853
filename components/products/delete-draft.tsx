"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import { DeedConfirm } from "../deed-confirm";
import { Button } from "../ui/button";

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
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t("action")}
      </Button>
      <DeedConfirm
        open={open}
        onOpenChange={setOpen}
        title={t("title")}
        description={t("text")}
        confirmLabel={t("action")}
        pendingLabel={t("pending")}
        cancelLabel={t("keep")}
        danger
        action={deleteDraft}
        input={{ productId }}
        onDone={() => router.push("/products")}
      />
    </>
  );
}
