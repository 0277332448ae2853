import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Area, Messages } from "./messages";

/** Words that parts of every page need in the browser. */
const EVERYWHERE: readonly Area[] = ["errors", "shell", "status"];

/**
 * Sends the words of these areas to the browser, for the client components inside. Server components
 * need no such thing. A provider hides the one around it, so name every area that the inside uses.
 */
export async function ClientWords({
  areas = [],
  children,
}: {
  areas?: readonly Area[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  const sent: Partial<Messages> = {};
  for (const area of [...EVERYWHERE, ...areas]) Object.assign(sent, { [area]: messages[area] });
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
