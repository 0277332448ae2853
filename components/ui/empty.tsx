import type { ReactNode } from "react";
import { cn } from "./cn";

export interface EmptyProps {
  /** One line: what is missing. */
  title: ReactNode;
  /** One line: how to begin, with an example. */
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
  /** The few lines of a drawing above the words, on a page that is empty as a whole. */
  drawing?: ReactNode;
  className?: string;
}

export function Empty({ title, children, action, drawing, className }: EmptyProps) {
  return (
    <div className={cn("grid max-w-160 justify-items-start gap-4 base:py-6", className)}>
      {drawing}
      <div>
        <p className="text-section">{title}</p>
        {children ? <div className="text-pretty text-ink-2">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
