import type { ReactNode } from "react";
import { ClientWords } from "@/lib/i18n/client-words";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <ClientWords areas={["events", "forwarding", "settings"]}>{children}</ClientWords>;
}
