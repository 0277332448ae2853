import type { LucideIcon } from "lucide-react";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { formatDuration } from "@/lib/format";
import { formatReceiptMoment } from "@/lib/format-date";
import { TONE_INK, type Tone } from "../ui/badge";
import { cn } from "../ui/cn";

interface StepProps {
  at?: Date;
  zone: string;
  now: Date;
  icon: LucideIcon;
  tone?: Tone;
  turning?: boolean;
  title: ReactNode;
  /** Milliseconds. */
  took?: number;
  children?: ReactNode;
}

/** One line of a receipt: when, what happened in plain words, how long it took. */
export function Step(props: StepProps) {
  const { at, zone, now, icon: Icon, tone, turning, title, took, children } = props;
  const locale = useLocale();
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-b py-3 md:grid-cols-[7.75rem_1.25rem_minmax(0,1fr)_4rem]">
      <span className="text-small text-ink-2 max-md:col-start-2 max-md:row-start-1 max-md:text-ink-3">
        {at ? (
          <time dateTime={at.toISOString()}>{formatReceiptMoment(at, { locale, zone, now })}</time>
        ) : null}
      </span>
      <Icon
        aria-hidden
        className={cn(
          "mt-0.5 size-4 max-md:col-start-1 max-md:row-start-1",
          tone ? TONE_INK[tone] : "text-ink-2",
          turning && "animate-spin",
        )}
      />
      <div className="grid min-w-0 gap-1 max-md:col-start-2">
        <p className="font-medium wrap-anywhere">{title}</p>
        {children ? <div className="grid gap-2 text-pretty text-ink-2">{children}</div> : null}
      </div>
      <span className="text-right text-small text-ink-2 max-md:hidden">
        {took === undefined ? null : formatDuration(took, locale)}
      </span>
    </li>
  );
}

/** A long wait is one quiet line. */
export function Gap({ children }: { children: ReactNode }) {
  return (
    <li className="border-b py-2 text-small text-ink-3 max-md:pl-8 md:pl-[8.5rem]">{children}</li>
  );
}
