"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { memberAction } from "@/lib/action";
import { noted } from "@/lib/deeds/noted";
import { eventNamesInput, signingKeyInput, storeInput } from "@/lib/stores/input";
import { setSigningKey, updateEventNames, updateStore } from "@/lib/stores/queries";

export const saveStore = memberAction(
  "saveStore",
  storeInput,
  async (store, { storeId, userId }) => {
    await noted(storeId, { userId, what: "store_saved", name: store.name }, (tx) =>
      updateStore(storeId, store, tx),
    );
    // Its name and zone stand on every page.
    revalidatePath("/", "layout");
  },
);

export const saveSigningKey = memberAction(
  "saveSigningKey",
  signingKeyInput,
  async ({ signingKey }, { storeId, userId }) => {
    await noted(storeId, { userId, what: "signing_key_set" }, (tx) =>
      setSigningKey(storeId, signingKey, tx),
    );
    revalidatePath("/settings");
  },
);

export const removeSigningKey = memberAction(
  "removeSigningKey",
  z.object({}),
  async (_, { storeId, userId }) => {
    await noted(storeId, { userId, what: "signing_key_removed" }, (tx) =>
      setSigningKey(storeId, null, tx),
    );
    revalidatePath("/settings");
  },
);

export const saveEventNames = memberAction(
  "saveEventNames",
  eventNamesInput,
  async (names, { storeId, userId }) => {
    await noted(storeId, { userId, what: "event_names_saved" }, (tx) =>
      updateEventNames(storeId, names, tx),
    );
    revalidatePath("/settings");
  },
);
