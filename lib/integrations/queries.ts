import "server-only";
import { and, count, eq, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/automations";
import { now } from "@/lib/clock";
import { brokenConstraint, db, type Tx } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";

type Row = typeof integrations.$inferSelect;
export type Integration = Omit<Row, "sealedCredentials" | "deletedAt">;

/** All of a row but its secrets. */
export const shownOfIntegration = {
  id: integrations.id,
  storeId: integrations.storeId,
  tool: integrations.tool,
  name: integrations.name,
  account: integrations.account,
  connection: integrations.connection,
  fault: integrations.fault,
  words: integrations.words,
  checkedAt: integrations.checkedAt,
  createdAt: integrations.createdAt,
  updatedAt: integrations.updatedAt,
};

export const ownIntegration = (storeId: string, integrationId: string) =>
  and(
    eq(integrations.storeId, storeId),
    eq(integrations.id, integrationId),
    isNull(integrations.deletedAt),
  );

export async function getIntegration(storeId: string, integrationId: string): Promise<Integration> {
  const [found] = await db()
    .select(shownOfIntegration)
    .from(integrations)
    .where(ownIntegration(storeId, integrationId));
  if (!found) throw new NotFoundError();
  return found;
}

/** With its sealed credentials: for open.ts, which alone opens them. */
export async function getSealedIntegration(storeId: string, integrationId: string): Promise<Row> {
  const [found] = await db()
    .select()
    .from(integrations)
    .where(ownIntegration(storeId, integrationId));
  if (!found) throw new NotFoundError();
  return found;
}

const countWhere = async (storeId: string, more?: SQL) => {
  const [found] = await db()
    .select({ count: count() })
    .from(integrations)
    .where(and(eq(integrations.storeId, storeId), isNull(integrations.deletedAt), more));
  return found?.count ?? 0;
};

export const countIntegrations = (storeId: string): Promise<number> => countWhere(storeId);

export const countBroken = (storeId: string): Promise<number> =>
  countWhere(storeId, inArray(integrations.connection, ["broken", "paused"]));

type Saved = Pick<
  Row,
  "name" | "sealedCredentials" | "connection" | "fault" | "words" | "checkedAt"
> &
  Partial<Pick<Row, "account">>;

export async function insertIntegration(
  storeId: string,
  integration: Saved & Pick<Row, "id" | "tool">,
  tx: Tx = db(),
): Promise<void> {
  await nameKept(integration.name, () =>
    tx.insert(integrations).values({ ...integration, storeId }),
  );
}

export async function updateIntegration(
  storeId: string,
  integrationId: string,
  change: Partial<Saved>,
  tx: Tx = db(),
): Promise<void> {
  const rows = await nameKept(change.name ?? "", () =>
    tx
      .update(integrations)
      .set(change)
      .where(ownIntegration(storeId, integrationId))
      .returning({ id: integrations.id }),
  );
  if (rows.length === 0) throw new NotFoundError();
}

async function nameKept<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (brokenConstraint(error) === "integrations_name")
      throw new UserError("integrationNameTaken", { name }, "name");
    throw error;
  }
}

/** A run that finds all well would write the same at each attempt: once a minute is enough. */
export const REPEAT_SECONDS = 60;

type Connection = Pick<Row, "connection" | "fault" | "words"> & Partial<Pick<Row, "account">>;

/** Writes what was learned of the connection, and says whether it was anything new. Nothing for one that is gone. */
export async function updateConnection(
  tx: Tx,
  storeId: string,
  integrationId: string,
  learned: Connection,
): Promise<boolean> {
  const repeatable = new Date(now().getTime() - REPEAT_SECONDS * 1000);
  const written = await tx
    .update(integrations)
    .set({ ...learned, checkedAt: now() })
    .where(
      and(
        ownIntegration(storeId, integrationId),
        or(
          ne(integrations.connection, learned.connection),
          sql`${integrations.fault} is distinct from ${learned.fault}`,
          sql`${integrations.words} is distinct from ${learned.words}`,
          isNull(integrations.checkedAt),
          lt(integrations.checkedAt, repeatable),
          learned.account === undefined
            ? undefined
            : sql`${integrations.account} is distinct from ${learned.account}`,
        ),
      ),
    )
    .returning({ id: integrations.id });
  return written.length > 0;
}
