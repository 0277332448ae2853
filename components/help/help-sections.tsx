import { useTranslations } from "next-intl";
import { TRIGGERS } from "@/lib/triggers/trigger";
import { Section } from "../ui/section";

/** In the order in which a merchant meets them. */
const SECTIONS = [
  ...(["words", "integration", "check", "webhooks", "missing", "automation"] as const),
  ...(["triggers", "moment", "edit", "history", "access", "qr", "failures"] as const),
];

export function HelpSections() {
  const t = useTranslations("help");
  return (
    <>
      <nav aria-label={t("contents")} className="mb-9">
        <ul className="gap-x-8 md:columns-2 lg:columns-3 [&>li]:mb-1.5 [&>li]:break-inside-avoid">
          {SECTIONS.map((name) => (
            <li key={name}>
              <a href={`#${name}`} className="link">
                {t(`sections.${name}.title`)}
              </a>
            </li>
          ))}
          <li>
            <a href="#tools" className="link">
              {t("tools.title")}
            </a>
          </li>
        </ul>
      </nav>
      {SECTIONS.map((name) => (
        <Section key={name} id={name} title={t(`sections.${name}.title`)}>
          <p className="max-w-160 pt-3 text-pretty">{t(`sections.${name}.text`)}</p>
          {name === "triggers" ? <Moments /> : null}
        </Section>
      ))}
    </>
  );
}

function Moments() {
  const t = useTranslations("automations.trigger");
  return (
    <dl className="grid max-w-160 gap-3 pt-3">
      {TRIGGERS.map((trigger) => (
        <div key={trigger}>
          <dt className="font-medium">{t(`${trigger}.name`)}</dt>
          <dd className="text-pretty text-ink-2">{t(`${trigger}.when`)}</dd>
        </div>
      ))}
    </dl>
  );
}
