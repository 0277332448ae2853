"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { memberAction } from "@/lib/action";
import { eventNamesInput, signingKeyInput, storeInput } from "@/lib/stores/input";
import { setSigningKey, updateEventNames, updateStore } from "@/lib/stores/queries";

export const saveStore = memberAction("saveStore", storeInput, async (store, { storeId }) => {
  await updateStore(storeId, store);
  // Its name and zone stand on every page.
  revalidatePath("/", "layout");
});

export const saveSigningKey = memberAction(
  "saveSigningKey",
  signingKeyInput,
  async ({ signingKey }, { storeId }) => {
    await setSigningKey(storeId, signingKey);
    revalidatePath("/settings");
  },
);

export const removeSigningKey = memberAction(
  "removeSigningKey",
  z.object({}),
  async (_, { storeId }) => {
    await setSigningKey(storeId, null);
    revalidatePath("/settings");
  },
);

export const saveEventNames = memberAction(
  "saveEventNames",
  eventNamesInput,
  async (names, { storeId }) => {
    await updateEventNames(storeId, names);
    revalidatePath("/settings");
  },
);
