import { useTranslations } from "next-intl";
import { TourStart } from "./tour-start";

/** In the order of the navigation, which they are read from. */
const STEPS = ["products", "automations", "timeline", "activity", "integrations"] as const;

export interface TourProps {
  offered?: boolean;
  always?: boolean;
  answer(): Promise<void>;
}

/** A walk along the navigation for a newcomer: what is where. */
export function Tour({ offered = false, always = false, answer }: TourProps) {
  const t = useTranslations("tour");
  const name = (at: number) => t(`steps.${STEPS[at] ?? "products"}.title`);
  const steps = STEPS.map((step, at) => ({
    href: `/${step}`,
    title: name(at),
    text: t(`steps.${step}.text`),
    place: t("place", { at: at + 1, count: STEPS.length }),
    next: at + 1 < STEPS.length ? t("next", { title: name(at + 1) }) : t("end"),
    previous: at > 0 ? t("previous", { title: name(at - 1) }) : undefined,
  }));
  const words = {
    start: t("start"),
    title: t("offer.title"),
    text: t("offer.text", { count: STEPS.length }),
    later: t("offer.later"),
    kept: t("offer.kept"),
  };
  return (
    <TourStart steps={steps} words={words} offered={offered} always={always} answer={answer} />
  );
}
