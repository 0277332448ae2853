import type { ReactNode } from "react";

export interface SelectOption<V extends string> {
  value: V;
  label: string;
  /** A second line, for example when exactly this happens. */
  note?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
}
