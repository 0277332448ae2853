import type { ReactNode } from "react";
import { ClientWords } from "@/lib/i18n/client-words";

export default function ProductsLayout({ children }: { children: ReactNode }) {
  return (
    <ClientWords
      areas={["automations", "events", "forwarding", "integrations", "products", "qr", "settings"]}
    >
      {children}
    </ClientWords>
  );
}
