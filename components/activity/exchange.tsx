import { useTranslations } from "next-intl";
import type { Exchange } from "@/lib/tools/tool";
import { Code, Fold } from "../ui/fold";

/** "•••• 3f9c": how lib/tools writes a secret that it hides. */
const MASK = /•{4}(?: (\S{4}))?/g;

/** One request with its answer, each folded; secrets are hidden already in the record. */
export function ExchangeFolds({ exchange }: { exchange: Exchange }) {
  const t = useTranslations("activity.steps");
  const { method, url, status } = exchange;
  return (
    <div className="grid gap-2">
      <Fold title={t("request")} note={`${method} ${url.replace(/^https:\/\//, "")}`}>
        <Code>
          <Masked text={requestText(exchange)} />
        </Code>
      </Fold>
      <Fold title={t("answer")} note={status === null ? t("noAnswer") : String(status)}>
        <Code>
          {exchange.received ? <Masked text={pretty(exchange.received)} /> : t("emptyAnswer")}
        </Code>
      </Fold>
    </div>
  );
}

function requestText({ headers, sent }: Exchange): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return sent ? `${head.join("\n")}\n\n${pretty(sent)}` : head.join("\n");
}

/** JSON a person can read; anything else as it stands. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function Masked({ text }: { text: string }) {
  const t = useTranslations("activity.steps");
  const parts: (string | { end?: string })[] = [];
  let from = 0;
  for (const found of text.matchAll(MASK)) {
    parts.push(text.slice(from, found.index), { end: found[1] });
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)].map((part, at) =>
    typeof part === "string" ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
      <span key={at} className="rounded-check bg-idle-soft px-1 text-ink-2">
        {part.end ? t("hidden", { end: part.end }) : t("hiddenAll")}
      </span>
    ),
  );
}
