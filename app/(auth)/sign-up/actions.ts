"use server";

import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { publicAction } from "@/lib/action";
import { callerAddress } from "@/lib/auth/address";
import { signUpInput } from "@/lib/auth/input";
import { createOwner } from "@/lib/auth/sign-up";

/** Creates a store and the person who owns it; the browser signs in with the same password next. */
export const signUp = publicAction("signUp", signUpInput, async (input) => {
  const address = callerAddress((await headers()).get("x-forwarded-for"));
  await createOwner(input, { address, locale: await getLocale() });
});
