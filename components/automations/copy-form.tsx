"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import { ProductsDrawing } from "../drawings/products";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Empty } from "../ui/empty";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";
import { useDeed } from "../use-deed";

type Copied = { copied: number; refused: { productId: string; why: string }[] };

interface CopyFormProps {
  automationId: string;
  /** Those that it may be copied to. */
  products: readonly { id: string; name: string }[];
  /** Its conditions name plans or variants, which are each product's own. */
  asksForPlan: boolean;
  copyToProducts(input: {
    automationId: string;
    productIds: string[];
  }): Promise<ActionResult<Copied>>;
}

export function CopyForm({ automationId, products, asksForPlan, copyToProducts }: CopyFormProps) {
  const t = useTranslations("versions.copy");
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Copied>();
  const { run, pending, refusal } = useDeed(copyToProducts, (copied) => {
    choose(new Set());
    setDone(copied);
  });
  if (products.length === 0)
    return (
      <Empty drawing={<ProductsDrawing />} title={t("empty.title")}>
        {t("empty.text")}
      </Empty>
    );
  function toggle(id: string, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    choose(next);
  }
  return (
    <div className="grid max-w-160 gap-5">
      {asksForPlan ? <Notice tone="warn">{t("plans")}</Notice> : null}
      {done ? <Outcome done={done} products={products} /> : null}
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      <ul aria-label={t("products")} className="border-line-strong border-t">
        {products.map(({ id, name }) => (
          <li key={id} className="border-b py-3 wrap-anywhere">
            <Checkbox
              label={name}
              checked={chosen.has(id)}
              onCheckedChange={(on) => toggle(id, on)}
            />
          </li>
        ))}
      </ul>
      <div className="locked:hidden">
        <Button
          variant="primary"
          pending={pending}
          pendingLabel={t("pending")}
          disabled={chosen.size === 0}
          onClick={() => run({ automationId, productIds: [...chosen] })}
        >
          {t("confirm", { count: chosen.size })}
        </Button>
      </div>
    </div>
  );
}

/** How many got it, and who did not, with the reason. */
function Outcome({ done, products }: { done: Copied } & Pick<CopyFormProps, "products">) {
  const t = useTranslations("versions.copy");
  const nameOf = (id: string) => products.find((product) => product.id === id)?.name ?? id;
  return (
    <Notice tone={done.refused.length > 0 ? "warn" : "ok"} live>
      <p>
        {t("done", { count: done.copied })} <TextLink href="/automations">{t("see")}</TextLink>
      </p>
      {done.refused.map(({ productId, why }) => (
        <p key={productId}>{t("refused", { product: nameOf(productId), why })}</p>
      ))}
    </Notice>
  );
}
