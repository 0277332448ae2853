"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { useDeed } from "../use-deed";

type Step = { productId: string; after?: string };

interface Props {
  productId: string;
  issue(step: Step): Promise<ActionResult<{ made: number; next: string | null }>>;
}

/** Codes for who bought before there were any, step by step until all were seen. */
export function EarlierPurchases({ productId, issue }: Props) {
  const t = useTranslations("qr.earlier");
  const [made, setMade] = useState<number>();
  const { run, pending, refusal } = useDeed(() => issueAll(productId, issue), setMade);
  return (
    <div className="grid justify-items-start gap-3 pt-4">
      <Button pending={pending} pendingLabel={t("pending")} onClick={() => run(undefined)}>
        {t("action")}
      </Button>
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      {made === undefined || pending ? null : (
        <Notice tone="ok" live>
          {t("done", { count: made })}
        </Notice>
      )}
    </div>
  );
}

async function issueAll(productId: string, issue: Props["issue"]): Promise<ActionResult<number>> {
  let made = 0;
  let after: string | undefined;
  do {
    const step = await issue({ productId, after });
    if (!step.ok) return step;
    made += step.data.made;
    after = step.data.next ?? undefined;
  } while (after);
  return { ok: true, data: made };
}
