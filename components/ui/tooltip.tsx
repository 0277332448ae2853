"use client";

import { cloneElement, type ReactElement, type ReactNode } from "react";
import { useTooltip } from "./use-tooltip";

/** A few words more about what it stands on. Never the only place of what matters: touch screens don't show it. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactElement<object> }) {
  const { attributes, popup } = useTooltip(text);
  return (
    <>
      {cloneElement(children, attributes)}
      {popup}
    </>
  );
}
