import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button-link";
import { cn } from "../ui/cn";

export interface ChecklistStep {
  name: "product" | "integration" | "automation" | "run";
  done: boolean;
  href: string;
  /** What has to be done before; then there is no button. */
  first?: "first" | "firstAutomation";
}

/** For a new store: the way to the first automation, the next step in petrol. */
export function Checklist({ steps }: { steps: readonly ChecklistStep[] }) {
  const t = useTranslations("start.checklist");
  const next = steps.find(({ done, first }) => !done && !first);
  return (
    <section className="mb-9 max-w-185">
      <h2 className="text-section">{t("title")}</h2>
      <p className="text-ink-2">{t("lead")}</p>
      <ol className="mt-4 border-line-strong border-t">
        {steps.map((step, at) => (
          <li
            key={step.name}
            aria-current={step === next ? "step" : undefined}
            className="grid grid-cols-[1.75rem_minmax(0,1fr)] items-start gap-x-4 gap-y-2 border-b py-4 md:grid-cols-[1.75rem_minmax(0,1fr)_auto] md:items-center"
          >
            <StepNumber at={at + 1} done={step.done} next={step === next} />
            <div className="min-w-0">
              <p className="font-medium">
                {t(`${step.name}.title`)}
                {step.done ? <span className="sr-only"> ({t("done")})</span> : null}
              </p>
              <p className="text-pretty text-small text-ink-2">{t(`${step.name}.text`)}</p>
            </div>
            <div className="max-md:col-start-2">
              <Side step={step} next={step === next} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepNumber({ at, done, next }: { at: number; done: boolean; next: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-7 place-items-center rounded-full border text-small font-medium base:border-control base:text-ink-2",
        done && "border-ok text-ok",
        next && "border-accent bg-accent text-on-accent",
      )}
    >
      {done ? <Check className="size-4" /> : at}
    </span>
  );
}

function Side({ step: { name, done, href, first }, next }: { step: ChecklistStep; next: boolean }) {
  const t = useTranslations("start.checklist");
  if (done) return <span className="text-small text-ok">{t("done")}</span>;
  if (first) return <span className="text-small text-ink-3">{t(first)}</span>;
  return (
    <ButtonLink href={href} size="small" variant={next ? "primary" : "secondary"}>
      {t(`${name}.action`)}
    </ButtonLink>
  );
}
