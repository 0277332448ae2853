import { Ban, CircleCheck, CircleX, Clock, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DeliveryStatus as Status } from "@/lib/forwarding/status";
import { Badge, type Tone } from "../ui/badge";

const LOOKS = {
  waiting: { tone: "idle", icon: Clock },
  done: { tone: "ok", icon: CircleCheck },
  failed: { tone: "bad", icon: CircleX },
  cancelled: { tone: "idle", icon: Ban },
} satisfies Record<Status, { tone: Tone; icon: LucideIcon }>;

export function DeliveryStatus({ status, boxed }: { status: Status; boxed?: boolean }) {
  const t = useTranslations("forwarding.status");
  return (
    <Badge {...LOOKS[status]} boxed={boxed}>
      {t(status)}
    </Badge>
  );
}
