import { useTranslations } from "next-intl";
import type { ScanKind } from "@/lib/qr/kind";
import { When } from "../when";

interface Props {
  history: readonly {
    id: string;
    kind: ScanKind;
    number: number | null;
    change: number;
    at: Date;
    by: string | null;
  }[];
  zone: string;
  now: Date;
}

/** When a code was last shown, and to whom: a ticket that comes a second time is seen here. */
export function CodeHistory({ history, zone, now }: Props) {
  const t = useTranslations("qr.scan");
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-small font-medium">{t("history")}</h2>
      {history.length === 0 ? <p className="text-small text-ink-2">{t("never")}</p> : null}
      <ul className="grid gap-2">
        {history.map(({ id, kind, number, change, at, by }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 text-small">
            <span>
              {kind === "scan" ? t("nth", { number: number ?? 0 }) : t("added", { count: change })}
              {by ? <span className="text-ink-2"> · {by}</span> : null}
            </span>
            <When at={at} zone={zone} now={now} look="receipt" className="text-ink-2" />
          </li>
        ))}
      </ul>
    </section>
  );
}
