import { useTranslations } from "next-intl";
import type { Counted } from "./count";

/** The decision in words, beside the buttons. */
export function TouchedSum({ counted }: { counted: Counted }) {
  const t = useTranslations("automations.touched.sum");
  const { keep, move, cancel, atOnce, skipped } = counted;
  const parts = [
    move > 0 && t("move", { count: move }),
    keep > 0 && t("keep", { count: keep }),
    cancel > 0 && t("cancel", { count: cancel }),
  ].filter((part) => part !== false);
  const said = parts.join(", ");
  const notes = [
    atOnce > 0 && t("atOnce", { count: atOnce }),
    skipped > 0 && t("skipped", { count: skipped }),
    move + cancel > 0 && t("final"),
  ];
  return (
    <p aria-live="polite" className="mr-auto min-w-0 flex-1 basis-60 text-small">
      <span className="font-medium">
        {said.charAt(0).toLocaleUpperCase()}
        {said.slice(1)}.
      </span>
      <br />
      <span className="text-ink-2">{notes.filter(Boolean).join(" ")}</span>
    </p>
  );
}
