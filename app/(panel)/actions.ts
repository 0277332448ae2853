"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/auth/session";

/** Open to everyone: it only forgets the caller's own session. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}

/** A session belongs to one store, so there is nothing to switch to. */
export async function switchStore(): Promise<void> {}
