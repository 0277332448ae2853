import "server-only";
import { asc, count, eq, inArray, lt, max, or, sql } from "drizzle-orm";
import { memberships, signInFailures, stores, users } from "@/drizzle/schema/stores";
import { now } from "@/lib/clock";
import { brokenConstraint, db, type Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { type Counted, WINDOW_SECONDS, waitFor } from "./slow-down";

// Whoever signs in or up belongs to no store yet: these are the only queries of the word without one.

/** The person and the store they have belonged to longest; null: none any more, or none yet. */
export async function findForSignIn(email: string) {
  const [found] = await db()
    .select({
      userId: users.id,
      passwordHash: users.passwordHash,
      storeId: memberships.storeId,
    })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(sql`lower(${users.email})`, email))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  return found;
}

export type NewOwner = {
  store: string;
  name: string;
  email: string;
  passwordHash: string;
  locale: "pl" | "en";
};

/** A store and the person who owns it. Throws UserError when the e-mail is somebody's already. */
export async function insertOwner(owner: NewOwner): Promise<{ storeId: string; userId: string }> {
  const { store: name, locale, ...person } = owner;
  try {
    return await db().transaction(async (tx) => {
      const [user] = await tx
        .insert(users)
        .values({ ...person, locale })
        .returning({ id: users.id });
      if (!user) throw new Error("Nothing was inserted");
      return await insertStoreOf(user.id, { name, locale }, tx);
    });
  } catch (error) {
    if (brokenConstraint(error) === "users_email") throw new UserError("emailTaken", {}, "email");
    throw error;
  }
}

/** A store that the person owns. */
export async function insertStoreOf(
  userId: string,
  given: { name: string; locale: "pl" | "en" },
  tx: Tx = db(),
): Promise<{ storeId: string; userId: string }> {
  return await tx.transaction(async (inner) => {
    const [store] = await inner.insert(stores).values(given).returning({ id: stores.id });
    if (!store) throw new Error("Nothing was inserted");
    const member = { storeId: store.id, userId };
    await inner.insert(memberships).values({ ...member, role: "owner" });
    return member;
  });
}

export type Try = { counted: Counted; key: string };
export type Noted = { wait: number; ids: string[] };

/**
 * Notes a try before it is made, so that many made at once can't slip past the limit together.
 * With `wait` above 0 (seconds) it may not be made and was not noted.
 */
export function noteTry(tries: readonly Try[]): Promise<Noted> {
  return db().transaction(async (tx) => {
    const windowStart = new Date(now().getTime() - WINDOW_SECONDS * 1000);
    await tx.delete(signInFailures).where(lt(signInFailures.at, windowStart));
    let wait = 0;
    // Always in one order, so that two tries can't hold what the other waits for.
    for (const tried of tries.toSorted((a, b) => a.key.localeCompare(b.key)))
      wait = Math.max(wait, await waitOf(tx, tried));
    if (wait > 0) return { wait, ids: [] };
    const rows = tries.map(({ key }) => ({ key, at: now() }));
    const noted = await tx.insert(signInFailures).values(rows).returning({ id: signInFailures.id });
    return { wait, ids: noted.map(({ id }) => id) };
  });
}

async function waitOf(tx: Tx, { counted, key }: Try): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  return await triesWait({ counted, key }, tx);
}

/** Seconds until a try may be made, without noting one; 0: now. */
export async function triesWait({ counted, key }: Try, tx: Tx = db()): Promise<number> {
  const [found] = await tx
    .select({ failures: count(), last: max(signInFailures.at) })
    .from(signInFailures)
    .where(eq(signInFailures.key, key));
  if (!found?.last) return 0;
  return waitFor(counted, found.failures, (now().getTime() - found.last.getTime()) / 1000);
}

/** Takes back a try that succeeded, and all failures before it that count for `key`. */
export async function forgetTries(key: string, ids: readonly string[]): Promise<void> {
  await db()
    .delete(signInFailures)
    .where(or(eq(signInFailures.key, key), inArray(signInFailures.id, [...ids])));
}
