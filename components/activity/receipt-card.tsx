import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDate } from "@/lib/format-date";
import { ToolMark } from "../tool-mark";
import { Card, CardPart, Facts } from "../ui/card";
import { Link } from "../ui/link";
import { TextLink } from "../ui/text-link";
import type { ShownReceipt } from "./receipt";

interface ReceiptCardProps {
  receipt: ShownReceipt;
  zone: string;
  now: Date;
  /** What may be done about it. */
  children: ReactNode;
}

/** Whom, what and by which rule; below it what may be done. */
export function ReceiptCard({ receipt, zone, now, children }: ReceiptCardProps) {
  const t = useTranslations("activity.facts");
  const { customer, product } = receipt;
  return (
    <Card>
      <CardPart>
        <Facts
          facts={[
            {
              term: t("customer"),
              children: (
                <>
                  <Link href={`/customers/${customer.id}`} className="link font-medium">
                    {customer.name ?? customer.email}
                  </Link>
                  {customer.name ? <p className="text-ink-2">{customer.email}</p> : null}
                </>
              ),
            },
            { term: t("product"), children: product.name },
            {
              term: t("automation"),
              children: <Rule receipt={receipt} zone={zone} now={now} />,
            },
            { term: t("account"), children: <Account receipt={receipt} /> },
            {
              term: t("number"),
              children: <span className="font-mono text-code">{receipt.id}</span>,
            },
          ]}
        />
      </CardPart>
      <CardPart>{children}</CardPart>
    </Card>
  );
}

function Rule({ receipt, zone, now }: Omit<ReceiptCardProps, "children">) {
  const t = useTranslations("activity.facts");
  const locale = useLocale();
  const { automation, version } = receipt;
  const date = formatDate(version.publishedAt, { locale, zone, now });
  const { number, author } = version;
  return (
    <>
      {automation.deleted ? (
        <p>
          {automation.name} <span className="text-ink-2">({t("deleted")})</span>
        </p>
      ) : (
        <TextLink href={`/automations/${automation.id}`}>{automation.name}</TextLink>
      )}
      <p className="text-ink-2">
        {author
          ? t("versionBy", { version: number, author, date })
          : t("version", { version: number, date })}
      </p>
    </>
  );
}

function Account({ receipt: { tool, integration } }: { receipt: ShownReceipt }) {
  return (
    <span className="mt-0.5 flex items-center gap-2">
      <ToolMark mark={tool.mark} size="small" />
      {integration && !integration.deleted ? (
        <TextLink href={`/integrations/${integration.id}`}>{integration.name}</TextLink>
      ) : (
        (integration?.name ?? tool.name)
      )}
    </span>
  );
}
