"use client";

import type { ActionResult } from "@/lib/action";
import { Confirm, type ConfirmProps } from "./ui/confirm";
import { Notice } from "./ui/notice";
import { useDeed } from "./use-deed";

interface DeedConfirmProps<In, T> extends Omit<ConfirmProps, "pending" | "onConfirm" | "children"> {
  action(input: In): Promise<ActionResult<T>>;
  input: In;
  /** Closes it too, where it is to close. */
  onDone(data: T): void;
}

/** Asks before a server action, waits for it, and says in place why it was refused. */
export function DeedConfirm<In, T>({ action, input, onDone, ...asked }: DeedConfirmProps<In, T>) {
  const { run, pending, refusal } = useDeed(action, onDone);
  return (
    <Confirm {...asked} pending={pending} onConfirm={() => run(input)}>
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
    </Confirm>
  );
}
