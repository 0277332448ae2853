import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/invitations";
import { memberships, users } from "@/drizzle/schema/stores";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";

export type Role = (typeof memberships.$inferSelect)["role"];
type NewInvitation = Omit<typeof invitations.$inferInsert, "storeId" | "id">;

/** Invitations that can still be accepted, the oldest first. */
export function listInvitations(storeId: string) {
  return db()
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.storeId, storeId), gt(invitations.expiresAt, now())))
    .orderBy(asc(invitations.id));
}

/** Invites somebody; an earlier invitation of the same address ends. Throws when they are there already. */
export async function putInvitation(tx: Tx, storeId: string, invitation: NewInvitation) {
  const there = await tx
    .select({ userId: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.storeId, storeId), eq(sql`lower(${users.email})`, invitation.email)));
  if (there.length > 0) throw new UserError("personIsThere", {}, "email");
  await tx
    .delete(invitations)
    .where(and(eq(invitations.storeId, storeId), eq(invitations.email, invitation.email)));
  const [row] = await tx
    .insert(invitations)
    .values({ ...invitation, storeId })
    .returning({ id: invitations.id });
  if (!row) throw new Error("Nothing was inserted");
  return row;
}

/** Ends an invitation: its link no longer works. */
export async function deleteInvitation(tx: Tx, storeId: string, invitationId: string) {
  const [gone] = await tx
    .delete(invitations)
    .where(and(eq(invitations.storeId, storeId), eq(invitations.id, invitationId)))
    .returning({ email: invitations.email });
  if (!gone) throw new NotFoundError();
  return gone;
}

/** Another role for a person, who is locked with all owners, so that two can't both be the last to go. */
export async function setRole(tx: Tx, storeId: string, userId: string, role: Role) {
  await keepAnOwner(tx, storeId, userId, role);
  const changed = await tx
    .update(memberships)
    .set({ role })
    .where(own(storeId, userId))
    .returning({ userId: memberships.userId });
  if (changed.length === 0) throw new NotFoundError();
}

/** The person may no longer work in the store, at once; their account stays theirs. */
export async function removeMember(tx: Tx, storeId: string, userId: string): Promise<void> {
  await keepAnOwner(tx, storeId, userId);
  const gone = await tx
    .delete(memberships)
    .where(own(storeId, userId))
    .returning({ userId: memberships.userId });
  if (gone.length === 0) throw new NotFoundError();
}

const own = (storeId: string, userId: string) =>
  and(eq(memberships.storeId, storeId), eq(memberships.userId, userId));

async function keepAnOwner(tx: Tx, storeId: string, userId: string, role?: Role) {
  const owners = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.storeId, storeId), eq(memberships.role, "owner")))
    .orderBy(asc(memberships.userId))
    .for("update");
  const isLast = owners.length === 1 && owners[0]?.userId === userId;
  if (isLast && role !== "owner") throw new UserError("lastOwner");
}
