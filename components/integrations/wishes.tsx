import { useTranslations } from "next-intl";
import { When } from "../when";

type Props = {
  wishes: readonly { id: string; tool: string; purpose: string; createdAt: Date }[];
  zone: string;
  now: Date;
};

/** What the store asked for already. */
export function Wishes({ wishes, zone, now }: Props) {
  const t = useTranslations("integrations.wish");
  if (wishes.length === 0) return null;
  return (
    <div>
      <h3 className="mb-2 text-small font-medium">{t("recorded")}</h3>
      <ul className="border-t">
        {wishes.map((wish) => (
          <li key={wish.id} className="border-b py-2.5">
            <p className="font-medium wrap-anywhere">{wish.tool}</p>
            <p className="text-small text-ink-2 wrap-anywhere">{wish.purpose}</p>
            <p className="text-note text-ink-3">
              {t("when")} <When at={wish.createdAt} zone={zone} now={now} look="sentence" />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
