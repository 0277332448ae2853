import { CircleCheck, CircleSlash, Clock, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CodeState as State } from "@/lib/qr/state";
import { Badge, type Tone } from "../ui/badge";

export const CODE_LOOKS = {
  valid: { tone: "ok", icon: CircleCheck },
  used: { tone: "warn", icon: CircleSlash },
  expired: { tone: "idle", icon: Clock },
} satisfies Record<State, { tone: Tone; icon: LucideIcon }>;

export function CodeState({ state }: { state: State }) {
  const t = useTranslations("qr.state");
  return <Badge {...CODE_LOOKS[state]}>{t(state)}</Badge>;
}
