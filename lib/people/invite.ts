import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { createTranslator } from "next-intl";
import type { Member } from "@/lib/auth/queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { appUrl } from "@/lib/env";
import { loadMessages } from "@/lib/i18n/messages";
import { log } from "@/lib/log";
import { openMail } from "@/lib/tools/mail";
import { putInvitation, type Role } from "./queries";

const VALID_DAYS = 7;
const DAY_MS = 86_400_000;

export const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** `url` is told only here: of the link the table keeps a hash. `mailed`: whether the mail server took the letter. */
export type Invited = { url: string; mailed: boolean };

/** Invites somebody into the store with a link by mail, valid for seven days and once. */
export async function invite(
  { storeId, userId, name, store }: Member,
  { email, role }: { email: string; role: Role },
): Promise<Invited> {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now().getTime() + VALID_DAYS * DAY_MS);
  const invitation = await db().transaction(async (tx) => {
    const tokenHash = hashOf(token);
    const made = await putInvitation(tx, storeId, {
      ...{ email, role, tokenHash, invitedBy: userId, expiresAt },
    });
    await recordDeed(tx, storeId, { userId, what: "person_invited", name: email });
    return made;
  });
  const url = `${appUrl()}/invitation/${token}`;
  const t = createTranslator({
    locale: store.locale,
    messages: await loadMessages(store.locale),
    namespace: "people.letter",
  });
  const letter = {
    to: email,
    subject: t("subject", { store: store.name }),
    text: t("text", { name, store: store.name, role: t(`role.${role}`), url }),
    messageId: `${invitation.id}-invitation`,
  };
  try {
    const { accepted } = await openMail([])(letter);
    return { url, mailed: accepted };
  } catch (error) {
    // The link is shown as well, so that it can be handed over in another way.
    log.warn({ err: error, invitation: invitation.id }, "invitation.letter.failed");
    return { url, mailed: false };
  }
}
