import type { ReactNode } from "react";
import { cn } from "./cn";

export interface PageHeaderProps {
  title: ReactNode;
  /** One sentence of state, or a few facts side by side. */
  children?: ReactNode;
  /** At most two buttons, one of them primary. */
  actions?: ReactNode;
  /** section: the name steps back where a sentence is the headline. */
  level?: "page" | "section";
  className?: string;
}

export function PageHeader({
  title,
  children,
  actions,
  level = "page",
  className,
}: PageHeaderProps) {
  return (
    <header
      className={cn(
        "flex items-start justify-between gap-x-6 gap-y-4 base:mb-6 base:max-md:mb-5 max-md:flex-col max-md:items-stretch",
        className,
      )}
    >
      <div className="min-w-0">
        <h1
          className={cn(
            "wrap-break-word text-balance",
            level === "page" ? "text-title" : "text-section",
          )}
        >
          {title}
        </h1>
        {children ? (
          <div className="mt-1 flex max-w-180 flex-wrap items-center gap-x-3 gap-y-1 text-pretty text-ink-2">
            {children}
          </div>
        ) : null}
      </div>
      {actions ? <div className="flex shrink-0 flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}
