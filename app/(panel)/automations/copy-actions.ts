"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { memberAction } from "@/lib/action";
import { copyAutomation } from "@/lib/automations/copy";

const id = z.string().min(1).max(64);
/** Each is published in turn, while the merchant waits. */
const AT_ONCE = 100;

export const copyToProducts = memberAction(
  "automation.copy",
  z.object({ automationId: id, productIds: z.array(id).min(1).max(AT_ONCE) }),
  async ({ automationId, productIds }, { storeId, userId }, words) => {
    const { copied, refused } = await copyAutomation(storeId, userId, automationId, productIds);
    revalidatePath("/", "layout");
    return {
      copied,
      refused: refused.map(({ productId, key }) => ({ productId, why: words(key) })),
    };
  },
);
