import { useTranslations } from "next-intl";
import type { ListedDeed } from "@/lib/deeds/queries";
import { Row, Rows, RowText } from "../ui/rows";
import { TextLink } from "../ui/text-link";
import { When } from "../when";

/** Pages of what may have been changed, by the first letters of its id. */
const PLACES: Record<string, string> = {
  pro: "/products",
  int: "/integrations",
  aut: "/automations",
  cus: "/customers",
};
/** What is no more has no page. */
const GONE = /_deleted$/;

interface Props {
  deeds: readonly ListedDeed[];
  zone: string;
  now: Date;
}

/** Who changed what, the latest first. */
export function DeedRows({ deeds, zone, now }: Props) {
  const t = useTranslations("deeds");
  return (
    <Rows
      label={t("title")}
      className="md:pt-3"
      columns="11rem 12rem minmax(0,1fr)"
      head={[t("columns.when"), t("columns.who"), t("columns.what")]}
    >
      {deeds.map((deed) => (
        <Row key={deed.id}>
          <span className="text-small text-ink-2">
            <When at={deed.at} zone={zone} now={now} look="short" />
          </span>
          <RowText strong>{deed.person ?? t("somebody")}</RowText>
          <div className="min-w-0 text-pretty wrap-anywhere">
            {t(`what.${deed.what}`, { name: deed.name ?? "", count: Number(deed.name) || 0 })}{" "}
            <Place deed={deed} />
          </div>
        </Row>
      ))}
    </Rows>
  );
}

function Place({ deed: { what, subject } }: { deed: ListedDeed }) {
  const t = useTranslations("deeds");
  const place = PLACES[subject?.slice(0, 3) ?? ""];
  if (!place || GONE.test(what)) return null;
  return <TextLink href={`${place}/${subject}`}>{t("see")}</TextLink>;
}
