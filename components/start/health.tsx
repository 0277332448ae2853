import { useLocale, useTranslations } from "next-intl";
import { formatMomentInSentence } from "@/lib/format-date";
import { type ConnectionName, ConnectionStatus } from "../connection-status";
import { type Trouble, useReason } from "../integrations/reason";
import { type Mark, ToolMark } from "../tool-mark";
import { Row, RowLink, Rows } from "../ui/rows";
import { Section } from "../ui/section";
import { TextLink } from "../ui/text-link";

export interface ShownHealth {
  id: string;
  name: string;
  connection: Exclude<ConnectionName, "ready">;
  checkedAt: Date | null;
  mark: Mark;
  /** Why it is not connected. */
  trouble?: Trouble;
}

interface HealthProps {
  integrations: readonly ShownHealth[];
  /** Of all of them; the list shows the first. */
  total: number;
  zone: string;
  now: Date;
}

/** What is red comes first. */
export function Health({ integrations, total, zone, now }: HealthProps) {
  const t = useTranslations("start.health");
  const columns = "1.5rem minmax(0,1fr)";
  return (
    <Section
      title={t("title")}
      aside={<TextLink href="/integrations">{t("all", { count: total })}</TextLink>}
    >
      {integrations.length === 0 ? (
        <p className="border-b py-4 text-ink-2">{t("none")}</p>
      ) : (
        <Rows columns={columns} phoneColumns={columns} label={t("title")} className="-mt-px">
          {integrations.map((integration) => (
            <Row key={integration.id}>
              <ToolMark mark={integration.mark} size="small" />
              <div className="min-w-0">
                {/* Beside each other as long as both have room. */}
                <div className="flex flex-wrap justify-between gap-x-3">
                  <RowLink
                    href={`/integrations/${integration.id}`}
                    className="min-w-0 truncate font-normal"
                  >
                    {integration.name}
                  </RowLink>
                  <ConnectionStatus connection={integration.connection} />
                </div>
                <Detail {...integration} zone={zone} now={now} />
              </div>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Detail({ trouble, checkedAt, zone, now }: ShownHealth & { zone: string; now: Date }) {
  const t = useTranslations("start.health");
  const locale = useLocale();
  const reason = useReason();
  return (
    <p className="line-clamp-2 text-small text-ink-2">
      {trouble
        ? reason(trouble)
        : checkedAt
          ? t("checked", { when: formatMomentInSentence(checkedAt, { locale, zone, now }) })
          : t("unchecked")}
    </p>
  );
}
