import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/format-date";
import { Row, Rows, RowText } from "../ui/rows";
import { Section } from "../ui/section";
import { When } from "../when";

export interface ShownAccess {
  id: string;
  product: string;
  plan: string | null;
  startedAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
}

export interface ShownEvent {
  id: string;
  name: string;
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

export function Accesses({ accesses, zone, now }: Reading & { accesses: readonly ShownAccess[] }) {
  const t = useTranslations("activity.customer");
  const locale = useLocale();
  const date = (at: Date) => formatDate(at, { locale, zone, now });
  return (
    <Section title={t("accesses")}>
      {accesses.length === 0 ? (
        <p className="border-b py-4 text-ink-2">{t("noAccesses")}</p>
      ) : (
        <Rows columns="minmax(0,1fr)" label={t("accesses")} className="-mt-px">
          {accesses.map(({ id, product, plan, startedAt, endsAt, endedAt }) => (
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
                {plan ? `${product}, ${plan}` : product}
              </RowText>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
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
          {events.map(({ id, name, product, isSample, receivedAt, unmet }) => (
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
                {name}
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
