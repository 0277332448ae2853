import { useTranslations } from "next-intl";
import type { Ahead } from "@/lib/time-machine/look-ahead";
import { Skeleton } from "../ui/skeleton";
import { When } from "../when";

/** Where the leap leads, and what will come of it. */
export function Outlook({ ahead, now, zone }: { ahead?: Ahead; now: Date; zone: string }) {
  const t = useTranslations("time-machine.outlook");
  if (!ahead) return <Skeleton className="h-12 w-full" />;
  const { at, runs, first, ends } = ahead;
  const more = runs - first.length;
  return (
    <section aria-label={t("label")} aria-live="polite" className="grid gap-2">
      <p>
        {t.rich("at", {
          when: () => (
            <When at={at} zone={zone} now={now} look="momentWithYear" className="font-medium" />
          ),
        })}{" "}
        {t("runs", { runs })} {ends > 0 ? t("ends", { ends }) : null}
      </p>
      {first.length > 0 ? (
        <ul className="border-t">
          {first.map(({ id, dueAt, person, automation }) => (
            <li key={id} className="flex gap-4 border-b py-2 text-small">
              <When at={dueAt} zone={zone} now={now} look="short" className="w-28 shrink-0" />
              <span className="min-w-0">
                <span className="block truncate font-medium">{person}</span>
                <span className="block truncate text-ink-2">{automation}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {more > 0 ? <p className="text-small text-ink-2">{t("more", { more })}</p> : null}
    </section>
  );
}
