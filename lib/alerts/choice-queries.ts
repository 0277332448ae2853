import { and, eq, inArray, or, sql } from "drizzle-orm";
import { letterChoices } from "@/drizzle/schema/letters";
import { memberships, users } from "@/drizzle/schema/stores";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { LetterChoices } from "./input";

export type Letter = keyof LetterChoices;

/** Whoever has chosen nothing hears of what they can do something about. */
const byRole = inArray(memberships.role, ["owner", "editor"]);
const wants = (letter: Letter) =>
  sql<boolean>`coalesce(${letterChoices[letter]}, ${byRole})`.mapWith(Boolean);
const ofMember = and(
  eq(letterChoices.storeId, memberships.storeId),
  eq(letterChoices.userId, memberships.userId),
);

/** What the person gets now, whether they chose it or not. */
export async function getLetterChoices(storeId: string, userId: string): Promise<LetterChoices> {
  const [found] = await db()
    .select({ alerts: wants("alerts"), recoveries: wants("recoveries"), digest: wants("digest") })
    .from(memberships)
    .leftJoin(letterChoices, ofMember)
    .where(and(eq(memberships.storeId, storeId), eq(memberships.userId, userId)));
  if (!found) throw new NotFoundError();
  return found;
}

export async function setLetterChoices(
  storeId: string,
  userId: string,
  choices: LetterChoices,
): Promise<void> {
  await db()
    .insert(letterChoices)
    .values({ storeId, userId, ...choices })
    .onConflictDoUpdate({
      target: [letterChoices.storeId, letterChoices.userId],
      set: { ...choices },
    });
}

/** Everybody of the store who wants that letter. */
export async function letterRecipients(storeId: string, letter: Letter) {
  return await db()
    .select({ userId: users.id, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(letterChoices, ofMember)
    .where(
      and(
        eq(memberships.storeId, storeId),
        or(eq(letterChoices[letter], true), and(sql`${letterChoices.userId} is null`, byRole)),
      ),
    );
}
