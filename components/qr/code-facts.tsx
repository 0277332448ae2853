import { useTranslations } from "next-intl";
import { Facts } from "../ui/card";
import { When } from "../when";

interface Props {
  code: {
    customer: { name: string | null; email: string };
    product: { name: string };
    scans: number;
    remaining: number | null;
    endsAt: Date | null;
  };
  zone: string;
  now: Date;
}

/** Whose code it is and what is left of it: for the seller only. */
export function CodeFacts({ code, zone, now }: Props) {
  const t = useTranslations("qr.scan");
  const { customer, product, scans, remaining, endsAt } = code;
  const left = remaining === null ? t("unlimited") : t("leftCount", { count: remaining });
  return (
    <div className="border-line-strong border-y py-4">
      <Facts
        facts={[
          {
            term: t("customer"),
            children: (
              <>
                <span className="font-medium">{customer.name ?? customer.email}</span>
                {customer.name ? <span className="block text-ink-2">{customer.email}</span> : null}
              </>
            ),
          },
          { term: t("product"), children: product.name },
          { term: t("left"), children: left },
          { term: t("scans"), children: String(scans) },
          ...(endsAt
            ? [{ term: t("until"), children: <When at={endsAt} zone={zone} now={now} /> }]
            : []),
        ]}
      />
    </div>
  );
}
