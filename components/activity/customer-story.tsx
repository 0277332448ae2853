import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/format-date";
import { Row, RowLink, Rows, RowText } from "../ui/rows";
import { Section } from "../ui/section";
import { TextLink } from "../ui/text-link";
import { When } from "../when";

export interface ShownAccess {
  id: string;
  product: { id: string; name: string };
  plan: string | null;
  /** Undefined where EasyCart named none, or nobody may know it any more. */
  order?: string;
  startedAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
}

export interface ShownEvent {
  id: string;
  name: string;
  order: string | null;
  product: string | null;
  isSample: boolean;
  receivedAt: Date;
  /** Automations that it did not start, with the reason, in a sentence each. */
  unmet: readonly string[];
}

interface Reading {
  zone: string;
  now: Date;
}

const orderHref = (order: string) => `/orders/${encodeURIComponent(order)}`;

interface AccessesProps extends Reading {
  accesses: readonly ShownAccess[];
  /** Absent where they are nobody any more. */
  email?: string;
}

/** What the customer may use and until when; from each to its product, its order and what waits because of it. */
export function Accesses({ accesses, email, zone, now }: AccessesProps) {
  const t = useTranslations("activity.customer");
  const locale = useLocale();
  const date = (at: Date) => formatDate(at, { locale, zone, now });
  return (
    <Section title={t("accesses")}>
      {accesses.length === 0 ? (
        <p className="border-b py-4 text-ink-2">{t("noAccesses")}</p>
      ) : (
        <Rows columns="minmax(0,1fr)" label={t("accesses")} className="-mt-px">
          {accesses.map(({ id, product, plan, order, startedAt, endsAt, endedAt }) => (
            <Row key={id}>
              <RowText
                note={[
                  t("since", { date: date(startedAt) }),
                  endedAt
                    ? t("ended", { date: date(endedAt) })
                    : endsAt
                      ? t("until", { date: date(endsAt) })
                      : t("endless"),
                ].join(", ")}
              >
                <TextLink href={`/products/${product.id}`}>{product.name}</TextLink>
                {plan ? `, ${plan}` : null}
              </RowText>
              <AccessLinks product={product.id} order={order} email={email} />
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}

interface AccessLinksProps {
  product: string;
  order: string | undefined;
  email: string | undefined;
}

function AccessLinks({ product, order, email }: AccessLinksProps) {
  const t = useTranslations("activity.customer");
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      {email ? (
        <TextLink href={`/timeline?${new URLSearchParams({ customer: email, product })}`}>
          {t("comingHere")}
        </TextLink>
      ) : null}
      {order ? <TextLink href={orderHref(order)}>{t("order")}</TextLink> : null}
    </p>
  );
}

export function Events({ events, zone, now }: Reading & { events: readonly ShownEvent[] }) {
  const t = useTranslations("activity");
  return (
    <Section title={t("customer.events")}>
      {events.length === 0 ? (
        <p className="border-b py-4 text-ink-2">{t("customer.noEvents")}</p>
      ) : (
        <Rows columns="minmax(0,1fr)" label={t("customer.events")} className="-mt-px">
          {events.map(({ id, name, order, product, isSample, receivedAt, unmet }) => (
            <Row key={id}>
              <RowText
                note={
                  <>
                    <When at={receivedAt} zone={zone} now={now} look="sentence" />
                    {product ? `, ${product}` : null}
                    {isSample ? `, ${t("sample")}` : null}
                    {unmet.length > 0 ? <Unmet said={unmet} /> : null}
                  </>
                }
              >
                {order ? <RowLink href={orderHref(order)}>{name}</RowLink> : name}
              </RowText>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Unmet({ said }: { said: readonly string[] }) {
  const t = useTranslations("activity.steps");
  return (
    <>
      <br />
      {t("unmet")} {said.join(" ")}
    </>
  );
}
