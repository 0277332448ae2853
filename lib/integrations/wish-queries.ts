import "server-only";
import { desc, eq } from "drizzle-orm";
import { toolWishes } from "@/drizzle/schema/health";
import { db } from "@/lib/db";

/** Tools that people of the store asked for, the latest first. */
export function listWishes(storeId: string) {
  return db()
    .select({
      id: toolWishes.id,
      tool: toolWishes.tool,
      purpose: toolWishes.purpose,
      createdAt: toolWishes.createdAt,
    })
    .from(toolWishes)
    .where(eq(toolWishes.storeId, storeId))
    .orderBy(desc(toolWishes.createdAt))
    .limit(20);
}

export async function insertWish(
  storeId: string,
  userId: string,
  wish: { tool: string; purpose: string },
): Promise<void> {
  await db()
    .insert(toolWishes)
    .values({ ...wish, storeId, userId });
}
