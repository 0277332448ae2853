"use server";

import { revalidatePath } from "next/cache";
import { memberAction } from "@/lib/action";
import { eraseCustomer } from "@/lib/erasure/erase";
import { customerInput } from "@/lib/erasure/input";

export const eraseData = memberAction(
  "eraseData",
  customerInput,
  async ({ customerId }, member) => {
    const erased = await eraseCustomer(member, customerId);
    // Their name stands in every list.
    revalidatePath("/", "layout");
    return erased ?? null;
  },
  { owner: true },
);
