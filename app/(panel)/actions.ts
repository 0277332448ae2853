"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { findMember } from "@/lib/auth/queries";
import { beginSession, currentMember, endSession } from "@/lib/auth/session";

/** Open to everyone: it only forgets the caller's own session. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}

/** A session belongs to one store at a time; only those where the person is a member can be chosen. */
export async function switchStore(storeId: string): Promise<void> {
  const userId = (await currentMember())?.userId;
  if (userId === undefined || !(await findMember(z.string().parse(storeId), userId))) return;
  await beginSession({ userId, storeId });
  redirect("/");
}
