import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode, encode, type JWT } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { appUrl, env } from "@/lib/env";
import { log } from "@/lib/log";
import { safeNext } from "./next-path";
import { findMember, type Member } from "./queries";

/** What the session says; whether it is still so, the database says at each request. */
const session = z.object({ sub: z.string(), storeId: z.string() });

/** Set by proxy.ts: a page can't see its own address. */
const PATH_HEADER = "x-path";

/** Who is asking, in which store; undefined when nobody is signed in. One query per request. */
export const currentMember = cache(async (): Promise<Member | undefined> => {
  const jar = await cookies();
  const signedIn = session.safeParse(await readToken(jar.get(cookie().name)?.value));
  return signedIn.success ? findMember(signedIn.data.storeId, signedIn.data.sub) : undefined;
});

/** The session's cookie as next-auth names it. */
function cookie(): { name: string; secure: boolean } {
  const secure = appUrl().startsWith("https://");
  return { name: `${secure ? "__Secure-" : ""}next-auth.session-token`, secure };
}

async function readToken(token: string | undefined): Promise<JWT | null> {
  try {
    return await decode({ token, secret: env().NEXTAUTH_SECRET });
  } catch (error) {
    // Expired, or made with another secret: the same as no session.
    log.debug({ err: error }, "auth.session_refused");
    return null;
  }
}

/** For pages: whoever is not signed in is led to the sign-in page, and back here afterwards. */
export async function requireMember(): Promise<Member> {
  const member = await currentMember();
  if (member) return member;
  const here = safeNext((await headers()).get(PATH_HEADER) ?? undefined);
  redirect(here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
}

/** As long as next-auth's own sessions: 30 days, in seconds. */
const SESSION_SECONDS = 30 * 24 * 3_600;

/** Signs in whoever was proven to be that person; also changes the store of a session. */
export async function beginSession({ userId, storeId }: { userId: string; storeId: string }) {
  const token = await encode({
    token: { sub: userId, storeId },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  const how = { httpOnly: true, sameSite: "lax" as const, path: "/", maxAge: SESSION_SECONDS };
  (await cookies()).set({ ...cookie(), ...how, value: token });
}

/** Signs out: the token is forgotten by the only browser that has it. */
export async function endSession(): Promise<void> {
  (await cookies()).set({ ...cookie(), value: "", maxAge: 0, httpOnly: true, path: "/" });
}
