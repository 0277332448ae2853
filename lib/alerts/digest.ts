import { createTranslator } from "next-intl";
import { readYesterday, type Yesterday } from "@/lib/activity/yesterday";
import { now } from "@/lib/clock";
import { appUrl } from "@/lib/env";
import { formatDay } from "@/lib/format-date";
import type { Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { countBroken } from "@/lib/integrations/queries";
import { log } from "@/lib/log";
import { openMail, sendsLetters } from "@/lib/tools/mail";
import { letterRecipients } from "./choice-queries";
import { type DueStore, setDigestDue, takeDueDigests } from "./digest-queries";
import { morningOf } from "./morning";

const BATCH = 100;

type Told = Yesterday & { broken: number };

/** Writes each store's letter of the morning, once a day. Returns the letters sent. */
export async function tellMornings(): Promise<number> {
  // Their mornings stay due until somebody can be told of one.
  if (!sendsLetters()) return 0;
  let letters = 0;
  for (const store of await takeDueDigests(now(), BATCH)) letters += await tell(store);
  return letters;
}

/** A letter that fails is tried again when the store is no longer held; its message id stays. */
async function tell(store: DueStore): Promise<number> {
  const at = now();
  const morning = morningOf(at, store.timeZone);
  try {
    const letters = morning.now ? await write(store, at) : 0;
    await setDigestDue(store.id, morning.next);
    return letters;
  } catch (error) {
    log.warn({ err: error, store: store.id }, "digest.letter.failed");
    return 0;
  }
}

async function write({ id, name, timeZone }: DueStore, at: Date): Promise<number> {
  const recipients = await letterRecipients(id, "digest");
  if (recipients.length === 0) return 0;
  const [yesterday, broken] = await Promise.all([readYesterday(id, timeZone, at), countBroken(id)]);
  const told = { ...yesterday, broken };
  if (!isWorthALetter(told)) return 0;
  const send = openMail([]);
  for (const { userId, email, locale } of recipients)
    await send({
      to: email,
      ...(await letterOf(name, told, locale)),
      messageId: `${id}-${userId}-${told.day}`,
    });
  return recipients.length;
}

/** Silence is news only where there usually is some noise. */
const isSilent = ({ done, pace }: Told) => done === 0 && pace === "quiet";
const isWorthALetter = (told: Told) =>
  told.done + told.failed + told.unknown + told.broken > 0 || isSilent(told);

async function letterOf(store: string, told: Told, locale: Locale) {
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: "alerts.digest" });
  const { day, done, failed, unknown, broken, waitingToday, usual, pace } = told;
  // Noon in UTC is on that day.
  const reader = { locale, zone: "UTC", now: now() };
  const date = formatDay(new Date(`${day}T12:00:00Z`), reader);
  const silent = isSilent(told);
  const values = { store, done, failed, usual: usual ?? 0 };
  const subject = silent ? "silent" : failed > 0 ? "failed" : "well";
  const lines = [
    t("day", { date, store }),
    usual === undefined ? t("done", { done }) : t("doneUsual", { done, usual }),
    silent && t("silence"),
    !silent && pace === "quiet" && t("quiet"),
    failed > 0 && t("failures", { failed }),
    unknown > 0 && t("unknown", { unknown }),
    broken > 0 && t("broken", { broken }),
    t("today", { waiting: waitingToday }),
  ];
  return {
    subject: t(`subject.${subject}`, values),
    text: [
      ...lines.filter((line) => line !== false),
      t("panel", { url: appUrl() }),
      t("choose", { url: `${appUrl()}/settings/letters` }),
    ].join("\n\n"),
  };
}
