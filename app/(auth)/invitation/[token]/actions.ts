"use server";

import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { publicAction } from "@/lib/action";
import { callerAddress } from "@/lib/auth/address";
import { beginSession } from "@/lib/auth/session";
import { joinInput } from "@/lib/people/input";
import { join } from "@/lib/people/join";

/** Joins the store of the invitation, and signs in there. */
export const acceptInvitation = publicAction("acceptInvitation", joinInput, async (input) => {
  const address = callerAddress((await headers()).get("x-forwarded-for"));
  await beginSession(await join(input, { address, locale: await getLocale() }));
});
