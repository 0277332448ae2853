import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button-link";

interface Props {
  productId: string;
  eventName: string;
}

/** How a webhook is sent after a scan, in four steps. */
export function HowToScan({ productId, eventName }: Props) {
  const t = useTranslations("qr.how");
  return (
    <div className="grid max-w-160 justify-items-start gap-4 pt-4">
      <ol className="grid list-decimal gap-2 pl-5">
        {(["step1", "step2", "step3", "step4"] as const).map((step) => (
          <li key={step} className="text-pretty pl-1">
            {t(step)}
          </li>
        ))}
      </ol>
      <p className="text-pretty text-ink-2">{t("note")}</p>
      <ButtonLink href={`/automations/new?product=${productId}`}>{t("create")}</ButtonLink>
      <p className="text-pretty text-small text-ink-2">
        {t("eventName")} <code className="font-mono text-code">{eventName}</code>. {t("eventHint")}
      </p>
    </div>
  );
}
