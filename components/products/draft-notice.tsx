import { useTranslations } from "next-intl";
import { ProductsDrawing } from "../drawings/products";
import { ButtonLink } from "../ui/button-link";
import { Empty } from "../ui/empty";

/** In place of what only a saved product can have. */
export function DraftNotice({
  productId,
  what,
}: {
  productId: string;
  what: "integrations" | "easycart" | "qr";
}) {
  const t = useTranslations("products.draft");
  return (
    <Empty
      drawing={<ProductsDrawing />}
      title={t("title")}
      action={
        <ButtonLink href={`/products/${productId}`} variant="primary">
          {t("action")}
        </ButtonLink>
      }
    >
      {t(what)}
    </Empty>
  );
}
