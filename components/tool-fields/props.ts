import type { ReactNode } from "react";
import type {
  Control,
  ControllerRenderProps,
  FieldPath,
  FieldValues as FormValues,
} from "react-hook-form";
import type { FieldCard, FieldCards } from "@/lib/tools/card";
import type { LoadChoices } from "./choices";

/** What stands between braces in a template, and what a person calls it. */
export interface Variable {
  name: string;
  label: string;
}

export interface ToolFieldsProps<V extends FormValues, Out> {
  fields: FieldCards;
  control: Control<V, unknown, Out>;
  /** Where the values stand in the form: "input" for `input.list`. */
  name: FieldPath<V>;
  /** Last letters of secrets that are kept, by field. */
  kept?: Record<string, string>;
  /** Fetches the choices that a field names by its loader. Another function means: load anew, so memoize it. */
  loadChoices?: LoadChoices;
  /** Whose lists these are, above the choices: "z konta „Newsletter szkoły”". */
  source?: string;
  /** What the chosen values are called, as long as no list has said so. */
  labels?: Record<string, string>;
  /** Told when a value with a name of its own is chosen. */
  onLabel?(field: string, label: string): void;
  /** What templates may hold. */
  variables?: readonly Variable[];
  /** Beside a signing secret: the button that changes it. */
  signingAside?: ReactNode;
}

export type Bound = Pick<ControllerRenderProps, "onChange" | "onBlur" | "name" | "ref"> & {
  value: string;
};

export interface DrawnProps {
  card: FieldCard;
  bound: Bound;
  label: ReactNode;
  error?: string;
}
