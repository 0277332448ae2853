import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const LOOKS = {
  info: { icon: Info, ink: "text-ink-3" },
  ok: { icon: CircleCheck, ink: "text-ok" },
  warn: { icon: TriangleAlert, ink: "text-warn" },
  bad: { icon: CircleX, ink: "text-bad" },
};

export interface NoticeProps {
  tone?: keyof typeof LOOKS;
  title?: ReactNode;
  children?: ReactNode;
  /** One button that helps. */
  action?: ReactNode;
  /** boxed: stands between other things. plain: inside a card, or a row. */
  look?: "boxed" | "plain";
  /** Set when it appears after a press, so that it is read out. */
  live?: boolean;
  className?: string;
}

/** Something to know here: a warning about a rule, why a key was refused, what is safe. */
export function Notice(props: NoticeProps) {
  const { tone = "info", title, children, action, look = "boxed", live, className } = props;
  const { icon: Icon, ink } = LOOKS[tone];
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={cn(
        "grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3",
        look === "boxed" && "rounded-card border border-line-strong bg-raised p-4",
        className,
      )}
    >
      <Icon aria-hidden className={cn("mt-px size-5", ink)} />
      <div className="grid justify-items-start gap-2.5">
        <div className="[&_b]:font-medium">
          {title ? <p className="font-medium">{title}</p> : null}
          {children ? (
            <div className={cn("text-pretty", title && "text-ink-2")}>{children}</div>
          ) : null}
        </div>
        {action}
      </div>
    </div>
  );
}
