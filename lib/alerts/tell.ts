import { createTranslator } from "next-intl";
import { now } from "@/lib/clock";
import { appUrl } from "@/lib/env";
import { loadMessages } from "@/lib/i18n/messages";
import { log } from "@/lib/log";
import { openMail, sendsLetters } from "@/lib/tools/mail";
import { getTool } from "@/lib/tools/registry";
import { readWords } from "@/lib/tools/words";
import { letterRecipients } from "./choice-queries";
import { type AlertToTell, alertsToTell, countTold, markTold } from "./system-queries";

const HOUR_MS = 3_600_000;
/** More letters than that are noise: the panel shows the rest. */
const CAPS = [
  { within: HOUR_MS, letters: 5 },
  { within: 24 * HOUR_MS, letters: 15 },
];
const BATCH = 100;

/** Writes to merchants whose integration turned red, or whose events arrive nowhere, once per cause, and once when it has healed. Returns the letters sent. */
export async function tellAlerts(): Promise<number> {
  if (!sendsLetters()) return 0;
  let letters = 0;
  for (const alert of await alertsToTell(BATCH)) {
    if (!alert.healedAt && (await isCapped(alert.storeId))) continue;
    letters += await tell(alert);
  }
  return letters;
}

async function isCapped(storeId: string): Promise<boolean> {
  const counts = CAPS.map(async ({ within, letters }) => {
    const from = new Date(now().getTime() - within);
    return (await countTold(storeId, from)) >= letters;
  });
  return (await Promise.all(counts)).includes(true);
}

/** A letter that fails is tried again with the next sweep; its message id stays, so that a mailbox can tell. */
async function tell(alert: AlertToTell): Promise<number> {
  const send = openMail([]);
  let letters = 0;
  try {
    const letter = alert.healedAt ? "recoveries" : "alerts";
    for (const { email, locale } of await letterRecipients(alert.storeId, letter)) {
      await send({ to: email, ...(await letterFor(alert, locale)) });
      letters++;
    }
    await markTold(alert.id, alert.healedAt ? { healMailedAt: now() } : { mailedAt: now() });
  } catch (error) {
    log.warn({ err: error, alert: alert.id }, "alert.letter.failed");
  }
  return letters;
}

async function letterFor(alert: AlertToTell, locale: "pl" | "en") {
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: "alerts" });
  const { integration, store, cause } = alert;
  const what = alert.healedAt ? "healed" : "raised";
  const messageId = `${alert.id}-${what}`;
  const about = {
    store: store.name,
    at: momentIn(alert.healedAt ?? alert.raisedAt, locale, store.timeZone),
  };
  if (!integration) {
    const host = alert.url ? new URL(alert.url).host : "";
    const values = { ...about, host, url: `${appUrl()}/deliveries` };
    const words = [t(`forwarding.${what}.subject`, values), t(`forwarding.${what}.text`, values)];
    const [subject = "", text = ""] = words;
    return { subject, text, messageId };
  }
  const values = {
    ...about,
    integration: integration.name,
    tool: getTool(integration.tool).name,
    url: `${appUrl()}/integrations/${integration.id}`,
  };
  const reason = t(`cause.${causeKey(cause)}`, { tool: values.tool });
  const words = integration.words ? readWords(integration.words, locale).text : "none";
  return {
    subject: t(`${what}.subject`, values),
    text: t(`${what}.text`, { ...values, reason, words }),
    messageId,
  };
}

const momentIn = (instant: Date, locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone }).format(
    instant,
  );

const CAUSES = ["auth", "paused", "config", "unavailable", "rate_limited"] as const;
const causeKey = (cause: string) => CAUSES.find((known) => known === cause) ?? "other";
