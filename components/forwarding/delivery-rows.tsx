import { useLocale, useTranslations } from "next-intl";
import { formatDuration } from "@/lib/format";
import type { ListedDelivery } from "@/lib/forwarding/log-queries";
import { Row, RowLink, Rows, RowText } from "../ui/rows";
import { When } from "../when";
import { DeliveryStatus } from "./delivery-status";

/** A delivery with its event's name in the reader's words. */
export type ShownDelivery = ListedDelivery & { eventName: string };

type Props = {
  deliveries: readonly ShownDelivery[];
  label: string;
  zone: string;
  now: Date;
};

/** Deliveries of the log, each leading to its attempts. */
export function DeliveryRows({ deliveries, label, zone, now }: Props) {
  const t = useTranslations("forwarding.log");
  return (
    <Rows
      columns="112px minmax(0,1fr) 140px 140px"
      head={[t("columns.at"), t("columns.event"), t("columns.status"), t("columns.answer")]}
      label={label}
    >
      {deliveries.map((delivery) => (
        <Row key={delivery.id}>
          <When
            at={delivery.createdAt}
            zone={zone}
            now={now}
            look="short"
            className="text-small text-ink-2"
          />
          <RowText note={<Subject delivery={delivery} />}>
            <RowLink href={`/deliveries/${delivery.id}`}>{delivery.eventName}</RowLink>
          </RowText>
          <DeliveryStatus status={delivery.status} />
          <Answer delivery={delivery} />
        </Row>
      ))}
    </Rows>
  );
}

function Subject({ delivery: { product, event } }: { delivery: ShownDelivery }) {
  const t = useTranslations("forwarding.log");
  const name = product?.name ?? t("unknownProduct");
  return event.isSample ? `${name} · ${t("sample")}` : name;
}

function Answer({ delivery: { answered, ms, tries } }: { delivery: ShownDelivery }) {
  const t = useTranslations("forwarding.log");
  const locale = useLocale();
  if (tries === 0) return <span />;
  const answer =
    answered === null
      ? t("silent")
      : t("answered", { status: String(answered), duration: formatDuration(ms ?? 0, locale) });
  return (
    <RowText
      className="text-small text-ink-2"
      note={tries > 1 ? t("tries", { count: tries }) : null}
    >
      {answer}
    </RowText>
  );
}
