import { PencilLine, Radar } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";

export interface ProductState {
  savedAt: Date | null;
  origin: "manual" | "discovered";
}

/** What is not yet as it should be: a draft, or a product that nobody here has created. Otherwise nothing. */
export function ProductBadge({ product, boxed }: { product: ProductState; boxed?: boolean }) {
  const t = useTranslations("products.badge");
  if (!product.savedAt)
    return (
      <Badge tone="warn" icon={PencilLine} boxed={boxed}>
        {t("draft")}
      </Badge>
    );
  if (product.origin === "discovered")
    return (
      <Badge tone="idle" icon={Radar} boxed={boxed}>
        {t("discovered")}
      </Badge>
    );
  return null;
}
