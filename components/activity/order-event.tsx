import { useTranslations } from "next-intl";
import { Section } from "../ui/section";
import { TextLink } from "../ui/text-link";
import { When } from "../when";
import { RunRows, type ShownRun } from "./run-rows";

interface ShownOrderEvent {
  name: string;
  isSample: boolean;
  receivedAt: Date;
  product: { id: string; name: string } | null;
  customer: { id: string; name: string | null; email: string } | null;
  runs: readonly ShownRun[];
  /** Automations that it did not start, with the reason, in a sentence each. */
  unmet: readonly string[];
}

interface OrderEventProps {
  event: ShownOrderEvent;
  zone: string;
  now: Date;
}

/** One event of an order, about whom and what it was, and the runs that came of it. */
export function OrderEventSection({ event, zone, now }: OrderEventProps) {
  const t = useTranslations("activity");
  const { name, isSample, receivedAt, product, customer, runs, unmet } = event;
  return (
    <Section
      title={name}
      note={<When at={receivedAt} zone={zone} now={now} look="sentence" />}
      lead={
        <>
          {customer ? (
            <TextLink href={`/customers/${customer.id}`}>
              {customer.name ?? customer.email}
            </TextLink>
          ) : null}
          {customer && product ? ", " : null}
          {product ? <TextLink href={`/products/${product.id}`}>{product.name}</TextLink> : null}
          {isSample ? `, ${t("sample")}` : null}
        </>
      }
    >
      {runs.length > 0 ? (
        <RunRows runs={runs} label={name} withoutCustomer zone={zone} now={now} />
      ) : (
        <p className="border-b py-4 text-ink-2">{t("order.nothing")}</p>
      )}
      {unmet.map((said) => (
        <p key={said} className="pt-3 text-pretty text-small text-ink-2">
          {said}
        </p>
      ))}
    </Section>
  );
}
