"use server";

import { revalidatePath } from "next/cache";
import { memberAction } from "@/lib/action";
import { issueEarlier } from "@/lib/qr/earlier";
import { earlierInput, qrSettingsInput } from "@/lib/qr/input";
import { setScans } from "@/lib/qr/queries";

const showAnew = (productId: string) => revalidatePath(`/products/${productId}/qr`);

export const saveScans = memberAction(
  "qr.scans",
  qrSettingsInput,
  async ({ productId, scans }, { storeId }) => {
    await setScans(storeId, productId, scans);
    showAnew(productId);
  },
);

export const issueForEarlier = memberAction(
  "qr.earlier",
  earlierInput,
  async ({ productId, after }, { storeId }) => {
    const step = await issueEarlier(storeId, productId, after);
    if (step.next === null) showAnew(productId);
    return step;
  },
);
