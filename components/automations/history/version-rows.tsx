import { ArrowRight, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Difference } from "@/lib/automations/differences";
import { Badge } from "../../ui/badge";
import { ButtonLink } from "../../ui/button-link";
import { Row, RowControls, Rows } from "../../ui/rows";
import { When } from "../../when";

export interface ListedVersion {
  number: number;
  at: Date;
  author: string | null;
  isCurrent: boolean;
  /** Null: the first there was. */
  differences: Difference[] | null;
}

interface VersionRowsProps {
  rows: readonly ListedVersion[];
  editorHref: string;
  mayRestore: boolean;
  zone: string;
  now: Date;
}

/** Who published what and when, the newest first; an older one is restored through the editor. */
export function VersionRows({ rows, editorHref, mayRestore, zone, now }: VersionRowsProps) {
  const t = useTranslations("versions");
  return (
    <Rows columns="11rem minmax(0,1fr) auto" label={t("title")}>
      {rows.map(({ number, at, author, isCurrent, differences }) => (
        <Row key={number} align="top">
          <div>
            <p className="font-medium">{t("version", { number })}</p>
            <p className="text-small text-ink-2">
              <When at={at} zone={zone} now={now} look="sentence" />
              <br />
              {author ?? t("nobody")}
            </p>
          </div>
          <Differences differences={differences} />
          <RowControls>
            {isCurrent ? (
              <Badge tone="ok" icon={CircleCheck} boxed>
                {t("current")}
              </Badge>
            ) : mayRestore ? (
              <ButtonLink size="small" href={`${editorHref}?version=${number}`}>
                {t("restore", { number })}
              </ButtonLink>
            ) : null}
          </RowControls>
        </Row>
      ))}
    </Rows>
  );
}

function Differences({ differences }: Pick<ListedVersion, "differences">) {
  const t = useTranslations("versions");
  if (!differences) return <p className="text-ink-2">{t("first")}</p>;
  if (differences.length === 0) return <p className="text-ink-2">{t("same")}</p>;
  return (
    <dl className="grid gap-2">
      {differences.map(({ what, before, after }) => (
        <div key={what} className="wrap-anywhere">
          <dt className="text-small text-ink-2">{what}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-2">
            <del className="text-ink-2">{before || t("nothing")}</del>
            <ArrowRight aria-hidden className="size-3.5 shrink-0 self-center text-ink-3" />
            <ins className="font-medium no-underline">{after || t("nothing")}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
