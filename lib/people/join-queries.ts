import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/invitations";
import { memberships, stores, users } from "@/drizzle/schema/stores";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";

// Whoever follows a link belongs to no store yet, and somebody's stores are not one store's to tell.

/** The invitation that a link's hash names, as long as it can be accepted. */
export async function findInvitation(tokenHash: string, tx: Tx = db()) {
  const [found] = await tx
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      store: { id: stores.id, name: stores.name, locale: stores.locale },
      /** Whoever has an account signs in with its password. */
      userId: users.id,
    })
    .from(invitations)
    .innerJoin(stores, eq(stores.id, invitations.storeId))
    .leftJoin(users, eq(sql`lower(${users.email})`, sql`lower(${invitations.email})`))
    .where(and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, now())))
    // Accepted once, however often it is pressed.
    .for("update", { of: invitations });
  return found;
}

export type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** Makes an account that belongs to no store yet. */
export async function insertPerson(
  tx: Tx,
  person: { email: string; name: string; passwordHash: string; locale: "pl" | "en" },
): Promise<string> {
  const [user] = await tx.insert(users).values(person).returning({ id: users.id });
  if (!user) throw new Error("Nothing was inserted");
  return user.id;
}

/** Turns an invitation into a membership. */
export async function acceptInvitation(tx: Tx, invitation: Invitation, userId: string) {
  const { id, store, role } = invitation;
  await tx.delete(invitations).where(eq(invitations.id, id));
  await tx
    .insert(memberships)
    .values({ storeId: store.id, userId, role })
    .onConflictDoNothing({ target: [memberships.storeId, memberships.userId] });
}

/** The stores in which a person may work, the longest first. */
export function storesOf(userId: string) {
  return db()
    .select({ id: stores.id, name: stores.name })
    .from(memberships)
    .innerJoin(stores, eq(stores.id, memberships.storeId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(memberships.createdAt), asc(stores.id));
}
