"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { DrawnProps } from "./props";

/** A secret of our making: nobody types it. */
export function SigningField({
  card,
  label,
  tail,
  aside,
}: DrawnProps & {
  /** Last letters of the one that is kept; absent: it will be made when this is published. */
  tail?: string;
  aside?: ReactNode;
}) {
  const t = useTranslations("integrations.fields");
  return (
    <Field label={label} hint={card.hint} aside={tail === undefined ? undefined : aside}>
      <Input
        disabled
        value={tail === undefined ? t("signingMade") : `${"•".repeat(12)}${tail}`}
        readOnly
      />
    </Field>
  );
}
