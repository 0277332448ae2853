import type { ReactNode } from "react";
import { PlainPage } from "@/components/plain-page";
import { ClientWords } from "@/lib/i18n/client-words";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <ClientWords areas={["auth"]}>
      <PlainPage>{children}</PlainPage>
    </ClientWords>
  );
}
