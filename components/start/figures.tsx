import { CircleCheck, CircleQuestionMark, CircleX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "@/lib/format";
import { formatMomentInSentence } from "@/lib/format-date";
import { Badge } from "../ui/badge";
import { Link } from "../ui/link";

export interface FiguresProps {
  done: number;
  /** Usually by this time; undefined: not known yet. */
  usual?: number;
  failed: number;
  causes: number;
  unknown: number;
  waiting: number;
  /** Where counting stopped. */
  countedAtMost: number;
  nextAt?: Date;
  zone: string;
  now: Date;
}

/** The day in four numbers, each with what it means. */
export function Figures(props: FiguresProps) {
  const { done, usual, failed, causes, unknown, waiting, countedAtMost } = props;
  const t = useTranslations("start.figures");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <dl
      aria-label={t("label")}
      className="mb-9 grid grid-cols-2 border-line-strong border-y max-md:mb-7 lg:grid-cols-4"
    >
      <Figure term={t("done")} value={number(done)} href="/activity?status=done">
        {usual === undefined ? t("noUsual") : t("usual", { count: number(usual) })}
      </Figure>
      <Figure term={t("failed")} value={number(failed)} href="/activity?status=failed">
        {failed > 0 ? (
          <Badge tone="bad" icon={CircleX} className="font-normal">
            {t("causes", { causes: Math.max(1, causes) })}
          </Badge>
        ) : (
          <Badge tone="ok" icon={CircleCheck} className="font-normal">
            {t("noFailed")}
          </Badge>
        )}
      </Figure>
      <Figure term={t("unknown")} value={number(unknown)} href="/activity?status=unknown">
        {unknown > 0 ? (
          <Badge tone="warn" icon={CircleQuestionMark} className="font-normal">
            {t("noAnswer")}
          </Badge>
        ) : (
          t("noUnknown")
        )}
      </Figure>
      <Figure
        term={t("waiting")}
        value={waiting >= countedAtMost ? t("over", { count: number(waiting) }) : number(waiting)}
        href="/activity?status=waiting"
      >
        <NextAt {...props} />
      </Figure>
    </dl>
  );
}

function NextAt({ nextAt, zone, now }: FiguresProps) {
  const t = useTranslations("start.figures");
  const locale = useLocale();
  if (!nextAt) return t("noNext");
  return t("next", { when: formatMomentInSentence(nextAt, { locale, zone, now }) });
}

interface FigureProps {
  term: string;
  value: string;
  href: string;
  children: ReactNode;
}

function Figure({ term, value, href, children }: FigureProps) {
  return (
    <div className="relative grid content-start gap-0.5 border-line py-4 pr-5 hover:bg-sunken max-lg:odd:border-r max-lg:nth-[n+3]:border-t max-lg:even:pl-5 lg:not-first:border-l lg:not-first:pl-5">
      <dt className="text-small text-ink-2">{term}</dt>
      <dd className="grid gap-0.5">
        <Link
          href={href}
          className="text-figure after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
        >
          {value}
          <span className="sr-only"> {term}</span>
        </Link>
        <span className="text-small text-ink-2">{children}</span>
      </dd>
    </div>
  );
}
