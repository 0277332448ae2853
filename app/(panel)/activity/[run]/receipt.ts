import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { ShownReceipt } from "@/components/activity/receipt";
import { deedOf, filledWords } from "@/lib/activity/deed";
import type { Attempt, Receipt } from "@/lib/activity/receipt-queries";
import { deedSentence, momentWords, plainText } from "@/lib/automations/sentence";
import { parsePayload } from "@/lib/easycart/payload";
import type { Locale } from "@/lib/i18n/locale";
import { describeTool, getTool } from "@/lib/tools/registry";
import { readWords } from "@/lib/tools/words";
import { shownUnmet } from "../unmet";

/** A run's record in words of the reader's language. */
export async function shownReceipt(receipt: Receipt): Promise<ShownReceipt> {
  const [locale, t, names, unmet] = await Promise.all([
    getLocale(),
    getTranslations("automations"),
    getTranslations("events.name"),
    shownUnmet(receipt.run.storeId, [receipt.event.id]),
  ]);
  const { run, version, automation, integration, customer, product, event } = receipt;
  const { snapshot } = run;
  const { trigger, moment, input, labels } = snapshot;
  const tool = describeTool(getTool(snapshot.tool), locale);
  const action = tool.actions[snapshot.action];
  const told = { trigger, moment, input, labels, tool, action, integration: integration?.name };
  const name = event.name as Parameters<typeof names>[0];
  return {
    ...run,
    words: wordsOf(run, locale),
    trigger,
    moment: momentWords(moment, t),
    deed: deedOf(action ?? { label: snapshot.action, fields: {} }, snapshot),
    sentence: plainText(deedSentence(told, t)),
    verdict: filledWords(action?.verdict ?? "", snapshot),
    customer: { id: customer.id, name: customer.name, email: customer.email },
    product,
    automation: {
      id: automation.id,
      name: automation.name,
      deleted: automation.deletedAt !== null,
    },
    version: {
      number: version.number,
      publishedAt: version.createdAt,
      author: receipt.author,
    },
    tool: { name: tool.name, mark: tool.mark },
    integration: integration
      ? { id: integration.id, name: integration.name, deleted: integration.deletedAt !== null }
      : undefined,
    event: {
      id: event.id,
      name: names.has(name) ? names(name) : event.name,
      raw: event.raw,
      order: orderOf(event.raw),
      signed: event.signature !== "unsigned",
      repeats: event.repeats,
      receivedAt: event.receivedAt,
      unmet: unmet.get(event.id) ?? [],
    },
    attempts: receipt.attempts.map((attempt) => ({ ...attempt, words: wordsOf(attempt, locale) })),
    input,
  };
}

function wordsOf({ words }: Pick<Attempt, "words">, locale: Locale) {
  return words ? readWords(words, locale) : undefined;
}

/** The order's number, if the event names one. */
function orderOf(raw: string): string | undefined {
  try {
    return parsePayload(JSON.parse(raw)).order;
  } catch {
    return undefined;
  }
}
