import { useTranslations } from "next-intl";
import { TextLink } from "../ui/text-link";
import { When } from "../when";

interface NarrowedProps {
  /** Its name; empty where no run is left that could tell it. */
  integration: string | undefined;
  since: Date | undefined;
  zone: string;
  now: Date;
}

/** Filters that an address brought along and no control of the list shows. */
export function Narrowed({ integration, since, zone, now }: NarrowedProps) {
  const t = useTranslations("activity.again");
  if (integration === undefined && !since) return null;
  return (
    <p className="mb-4 text-ink-2">
      {integration === undefined
        ? null
        : t("only", { named: String(integration !== ""), integration })}{" "}
      {since ? (
        <>
          {t("since")} <When at={since} zone={zone} now={now} look="sentence" />.
        </>
      ) : null}{" "}
      <TextLink href="/activity">{t("all")}</TextLink>
    </p>
  );
}
