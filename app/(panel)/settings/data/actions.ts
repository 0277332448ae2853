"use server";

import { revalidatePath } from "next/cache";
import { memberAction } from "@/lib/action";
import { noted } from "@/lib/deeds/noted";
import { retentionInput } from "@/lib/erasure/input";
import { setKeepMonths } from "@/lib/erasure/retention-queries";

export const saveRetention = memberAction(
  "saveRetention",
  retentionInput,
  async ({ keep }, { storeId, userId }) => {
    await noted(storeId, { userId, what: "retention_set" }, (tx) =>
      setKeepMonths(tx, storeId, keep === "ever" ? null : Number(keep)),
    );
    revalidatePath("/settings/data");
  },
  { owner: true },
);
