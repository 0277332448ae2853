"use client";

import type { FormEventHandler, ReactNode } from "react";
import type { FieldValues, FormState } from "react-hook-form";
import { cn } from "./ui/cn";
import { Notice } from "./ui/notice";
import { Unsaved } from "./unsaved";

/** What the frame of a form needs of `useActionForm`. */
export interface FramedForm<V extends FieldValues> {
  submit: FormEventHandler<HTMLFormElement>;
  formState: FormState<V>;
}

interface ActionFormProps<V extends FieldValues> {
  form: FramedForm<V>;
  label?: string;
  /** What is typed here is worth no question: a link leads away at once. */
  leavesFreely?: boolean;
  className?: string;
  children: ReactNode;
}

/** The frame of a form: what was refused stands above, and leaving with something typed in it asks. */
export function ActionForm<V extends FieldValues>(props: ActionFormProps<V>) {
  const { errors, isDirty } = props.form.formState;
  return (
    <form
      method="post"
      noValidate
      onSubmit={props.form.submit}
      aria-label={props.label}
      className={cn("grid base:gap-5", props.className)}
    >
      {props.leavesFreely ? null : <Unsaved when={isDirty} />}
      {errors.root ? (
        <Notice tone="bad" live>
          {errors.root.message}
        </Notice>
      ) : null}
      {props.children}
    </form>
  );
}
