"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { type ExitRule, exitsOf } from "@/lib/automations/exit-rules";
import { IconButton } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Combobox } from "../../ui/combobox";
import { useEditor, useEditorForm } from "../editor-context";
import { RowError } from "../editor-row";
import { ExtrasPart } from "./extras-part";

export function ExitsPart() {
  const t = useTranslations("automations.extras");
  const { control, setValue, formState } = useEditorForm();
  const [trigger, rules] = useWatch({ control, name: ["trigger", "exitRules"] });
  const problems = formState.errors.exitRules as
    | readonly ({ productId?: { message?: string } } | undefined)[]
    | undefined;
  const problem = problems?.find((each) => each)?.productId?.message;

  const change = (next: ExitRule[]) => setValue("exitRules", next, { shouldDirty: true });
  function box(label: string, rule: ExitRule) {
    const at = rules.findIndex((each) => isSame(each, rule));
    return (
      <Checkbox
        key={label}
        label={label}
        checked={at >= 0}
        onCheckedChange={() => change(at < 0 ? [...rules, rule] : rules.toSpliced(at, 1))}
      />
    );
  }

  const again = trigger === "purchase";
  const possible = exitsOf(trigger);
  return (
    <ExtrasPart title={t("editor.exits")} hint={rules.length ? t("editor.exitsHint") : undefined}>
      {box(t(again ? "editor.exitThisAgain" : "editor.exitThis"), {
        when: "bought",
        productId: null,
      })}
      {possible.includes("access_regained")
        ? box(t("editor.exitRegained"), { when: "access_regained" })
        : null}
      {possible.includes("resubscribed")
        ? box(t("editor.exitResubscribed"), { when: "resubscribed" })
        : null}
      <OtherProducts rules={rules} onChange={change} />
      <RowError>{problem}</RowError>
    </ExtrasPart>
  );
}

function isSame(a: ExitRule, b: ExitRule): boolean {
  if (a.when !== b.when) return false;
  return a.when !== "bought" || b.when !== "bought" || a.productId === b.productId;
}

interface OtherProductsProps {
  rules: readonly ExitRule[];
  onChange(rules: ExitRule[]): void;
}

/** Other products whose purchase stops a run: those chosen so far, and a list to choose one more from. */
function OtherProducts({ rules, onChange }: OtherProductsProps) {
  const t = useTranslations("automations");
  const { products } = useEditor();
  const own = useWatch({ control: useEditorForm().control, name: "productId" });
  const chosen = rules.flatMap((rule) =>
    rule.when === "bought" && rule.productId ? [rule.productId] : [],
  );
  const left = products.filter(({ id }) => id !== own && !chosen.includes(id));
  const nameOf = (productId: string) =>
    products.find(({ id }) => id === productId)?.name ?? t("extras.exit.someProduct");
  return (
    <>
      {chosen.map((productId) => {
        const what = t("extras.editor.exitBought", { product: nameOf(productId) });
        return (
          <div key={productId} className="flex min-h-9 items-center gap-2">
            <span className="min-w-0 wrap-anywhere">{what}</span>
            <IconButton
              label={t("extras.editor.remove", { what })}
              onClick={() =>
                onChange(rules.filter((rule) => !isSame(rule, { when: "bought", productId })))
              }
            >
              <X aria-hidden />
            </IconButton>
          </div>
        );
      })}
      {left.length > 0 ? (
        <Combobox
          look="quiet"
          className="w-72 max-w-full justify-self-start"
          aria-label={t("extras.editor.exitAdd")}
          placeholder={t("extras.editor.exitAdd")}
          value={null}
          choices={left.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => id && onChange([...rules, { when: "bought", productId: id }])}
          words={{
            search: t("editor.products.search"),
            loading: t("editor.products.loading"),
            empty: t("editor.products.empty"),
            none: (query) => t("editor.products.none", { query }),
          }}
        />
      ) : null}
    </>
  );
}
