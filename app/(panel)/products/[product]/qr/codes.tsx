import { getTranslations } from "next-intl/server";
import { CodeRows } from "@/components/qr/code-rows";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { now } from "@/lib/clock";
import { codesOfProduct } from "@/lib/qr/queries";
import { stateOf } from "@/lib/qr/state";

const PER_PAGE = 25;

interface Props {
  storeId: string;
  product: { id: string; qrCodes: boolean };
  older?: string;
}

/** A product's codes; those made before the switch was turned off stay good and stay here. */
export async function Codes({ storeId, product, older }: Props) {
  const [{ rows, more }, t] = await Promise.all([
    codesOfProduct(storeId, product.id, { older, limit: PER_PAGE }),
    getTranslations("qr.codes"),
  ]);
  if (rows.length === 0 && !product.qrCodes) return null;
  const at = now();
  const here = `/products/${product.id}/qr`;
  return (
    <Section title={t("title")} lead={t("lead")}>
      {rows.length === 0 ? (
        <p className="border-b py-4 text-pretty text-ink-2">
          {t("empty")}. {t("emptyText")}
        </p>
      ) : (
        <CodeRows
          codes={rows.map((code) => ({ ...code, state: stateOf(code, at) }))}
          label={t("title")}
        />
      )}
      <Pagination
        newer={older ? here : undefined}
        older={more ? `${here}?older=${rows.at(-1)?.id}` : undefined}
        words={{ label: t("pages"), newer: t("newest"), older: t("older") }}
      />
    </Section>
  );
}
