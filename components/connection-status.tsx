import { CircleCheck, CircleDashed, CirclePause, CircleX, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "./ui/badge";

const LOOKS = {
  connected: { tone: "ok", icon: CircleCheck },
  broken: { tone: "bad", icon: CircleX },
  unchecked: { tone: "idle", icon: CircleDashed },
  paused: { tone: "warn", icon: CirclePause },
  /** A tool that needs no account. */
  ready: { tone: "ok", icon: CircleCheck },
} satisfies Record<string, { tone: Tone; icon: LucideIcon }>;

export type ConnectionName = keyof typeof LOOKS;

/** Stands always with when it was checked, or why it broke. */
export function ConnectionStatus({
  connection,
  boxed,
  className,
}: {
  connection: ConnectionName;
  boxed?: boolean;
  className?: string;
}) {
  const t = useTranslations("status.connection");
  return (
    <Badge {...LOOKS[connection]} boxed={boxed} className={className}>
      {t(connection)}
    </Badge>
  );
}
