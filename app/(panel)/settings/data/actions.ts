"use server";

import { revalidatePath } from "next/cache";
import { memberAction } from "@/lib/action";
import { db } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { retentionInput } from "@/lib/erasure/input";
import { setKeepMonths } from "@/lib/erasure/retention-queries";

export const saveRetention = memberAction(
  "saveRetention",
  retentionInput,
  async ({ keep }, { storeId, userId }) => {
    await db().transaction(async (tx) => {
      await setKeepMonths(tx, storeId, keep === "ever" ? null : Number(keep));
      await recordDeed(tx, storeId, { userId, what: "retention_set" });
    });
    revalidatePath("/settings/data");
  },
  { owner: true },
);
