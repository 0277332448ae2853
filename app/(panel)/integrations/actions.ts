"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { memberAction } from "@/lib/action";
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
  async (input, { storeId }, words) => {
    const published = await publishIntegration(storeId, input, {
      locale: await getLocale(),
      words,
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
  ({ integrationId, field }, { storeId }) => rotateSecret(storeId, integrationId, field),
);

export const remove = memberAction(
  "deleteIntegration",
  integrationIdInput,
  async ({ integrationId }, { storeId }) => {
    await deleteIntegration(storeId, integrationId);
    showAnew();
  },
);

export const wish = memberAction("wishTool", wishInput, async (asked, { storeId, userId }) => {
  await insertWish(storeId, userId, asked);
  revalidatePath("/integrations");
});
