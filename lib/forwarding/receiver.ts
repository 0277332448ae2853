import type { Caller } from "@/lib/tools/tool";
import { ours } from "@/lib/tools/words";

/** Characters of an answer that are quoted. */
const QUOTED = 200;

/** Whoever events are passed on to. No tool, and yet the door keeps the same rules for it. */
export const receiver: Caller = {
  id: "forwarding",
  name: "Webhook",
  credentials: { url: { kind: "url", label: { pl: "Adres", en: "Address" } } },
  limits: { concurrency: 5 },
  connect: ({ url = "" }) => ({ baseUrl: url }),
  faults({ status, text }) {
    const words = quotation(text);
    if (status === 410) return { fault: "config", pause: true, words: gone(words ?? "410 Gone") };
    return status < 400 || status === 429 ? undefined : { fault: "unavailable", words };
  },
};

function quotation(text: string): string | undefined {
  const isPage = /^\s*</.test(text);
  return isPage ? undefined : text.trim().slice(0, QUOTED) || undefined;
}

const gone = (said: string) =>
  ours({
    pl: `Odbiorca nie przyjmuje już zdarzeń: „${said}”. Włącz go po tamtej stronie albo popraw adres, potem wyślij jeszcze raz.`,
    en: `The receiver takes no more events: “${said}”. Switch it on over there or correct the address, then send again.`,
  });
