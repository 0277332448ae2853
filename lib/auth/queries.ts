import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { memberships, stores, users } from "@/drizzle/schema/stores";
import { db } from "@/lib/db";

/** Who the person is in the store now; undefined when they no longer belong to it. */
export async function findMember(storeId: string, userId: string) {
  const [member] = await db()
    .select({
      storeId: memberships.storeId,
      userId: memberships.userId,
      role: memberships.role,
      name: users.name,
      email: users.email,
      store: { id: stores.id, name: stores.name, timeZone: stores.timeZone, locale: stores.locale },
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(stores, eq(stores.id, memberships.storeId))
    .where(and(eq(memberships.storeId, storeId), eq(memberships.userId, userId)));
  return member;
}

export type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/** Everybody who may work in the store, the longest there first. */
export function listPeople(storeId: string) {
  return db()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.storeId, storeId))
    .orderBy(asc(memberships.createdAt), asc(users.id));
}
