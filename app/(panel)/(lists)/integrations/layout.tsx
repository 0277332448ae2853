import type { ReactNode } from "react";
import { ClientWords } from "@/lib/i18n/client-words";

export default function IntegrationsLayout({ children }: { children: ReactNode }) {
  return <ClientWords areas={["integrations"]}>{children}</ClientWords>;
}
