"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { memberAction } from "@/lib/action";
import { noted } from "@/lib/deeds/noted";
import { checkIntegration } from "@/lib/integrations/check";
import { integrationIdInput, publishInput, rotateInput, wishInput } from "@/lib/integrations/input";
import { publishIntegration, rotateSecret } from "@/lib/integrations/publish";
import { deleteIntegration } from "@/lib/integrations/usage-queries";
import { insertWish } from "@/lib/integrations/wish-queries";

/** Every page of the panel counts what is red. */
const showAnew = () => revalidatePath("/", "layout");

export const publish = memberAction(
  "publishIntegration",
  publishInput,
  async (input, { storeId, userId }, words) => {
    const published = await publishIntegration(storeId, input, {
      locale: await getLocale(),
      words,
      userId,
    });
    showAnew();
    return published;
  },
);

export const checkNow = memberAction(
  "checkIntegration",
  integrationIdInput,
  async ({ integrationId }, { storeId }) => {
    await checkIntegration(storeId, integrationId);
    showAnew();
  },
);

export const rotate = memberAction(
  "rotateSecret",
  rotateInput,
  ({ integrationId, field }, { storeId, userId }) =>
    rotateSecret(storeId, integrationId, field, userId),
);

export const remove = memberAction(
  "deleteIntegration",
  integrationIdInput,
  async ({ integrationId }, { storeId, userId }) => {
    await noted(
      storeId,
      (name: string) => ({ userId, what: "integration_deleted", name }),
      (tx) => deleteIntegration(storeId, integrationId, tx),
    );
    showAnew();
  },
);

export const wish = memberAction("wishTool", wishInput, async (asked, { storeId, userId }) => {
  await insertWish(storeId, userId, asked);
  revalidatePath("/integrations");
});
