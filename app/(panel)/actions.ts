"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { TOUR_COOKIE } from "@/components/tour/tour-cookie";
import { findMember } from "@/lib/auth/queries";
import { beginSession, currentMember, endSession, requireMember } from "@/lib/auth/session";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

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

/** The tour was taken or declined: this browser does not offer it to the person again. */
export async function answerTour(): Promise<void> {
  const { userId } = await requireMember();
  const jar = await cookies();
  jar.set(TOUR_COOKIE, userId, {
    maxAge: YEAR_SECONDS,
    sameSite: "lax",
    httpOnly: true,
    path: "/",
  });
}
