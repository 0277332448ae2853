"use server";

import { memberAction } from "@/lib/action";
import { now } from "@/lib/clock";
import { rehearsalInput } from "@/lib/runs/history/input";
import { onHistory } from "@/lib/runs/history/on-history";

/** What the automation in the form, published or not, would have made of the last days. Changes nothing. */
export const rehearse = memberAction(
  "automation.rehearse",
  rehearsalInput,
  async ({ rule: { productId, ...rule }, automationId, days, after }, { storeId, store }) => {
    const history = await onHistory(storeId, { ...rule, automationId }, { productId, days, after });
    return { ...history, zone: store.timeZone, now: now() };
  },
  { reads: true },
);
