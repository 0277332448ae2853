import {
  Ban,
  CheckCheck,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Clock,
  Inbox,
  LoaderCircle,
  type LucideIcon,
  SkipForward,
  UserX,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, TONE_INK, type Tone } from "./ui/badge";
import { cn } from "./ui/cn";

const LOOKS = {
  waiting: { tone: "idle", icon: Clock },
  running: { tone: "idle", icon: LoaderCircle },
  done: { tone: "ok", icon: CircleCheck },
  already: { tone: "ok", icon: CheckCheck },
  accepted: { tone: "ok", icon: Inbox },
  refused: { tone: "warn", icon: UserX },
  failed: { tone: "bad", icon: CircleX },
  unknown: { tone: "warn", icon: CircleQuestionMark },
  skipped: { tone: "idle", icon: SkipForward },
  cancelled: { tone: "idle", icon: Ban },
} satisfies Record<string, { tone: Tone; icon: LucideIcon }>;

export type RunStatusName = keyof typeof LOOKS;

export function RunStatus({
  status,
  boxed,
  className,
}: {
  status: RunStatusName;
  boxed?: boolean;
  className?: string;
}) {
  const t = useTranslations("status.run");
  return (
    <Badge {...LOOKS[status]} turning={status === "running"} boxed={boxed} className={className}>
      {t(status)}
    </Badge>
  );
}

/** The icon alone, where the word stands beside it: a verdict, a step, a menu of filters. */
export function RunStatusIcon({
  status,
  className,
}: {
  status: RunStatusName;
  className?: string;
}) {
  const { icon: Icon, tone } = LOOKS[status];
  return (
    <Icon
      aria-hidden
      className={cn(
        "shrink-0 base:size-4",
        TONE_INK[tone],
        status === "running" && "animate-spin",
        className,
      )}
    />
  );
}
