import { waitOf } from "@/lib/auth/wait";

/** `wait`: seconds until another try is taken. */
export type SignInAnswer = "signedIn" | "refused" | "offline" | { wait: number };

/** Signs in by next-auth's own route, which sets the session's cookie. */
export async function signInWithPassword(email: string, password: string): Promise<SignInAnswer> {
  try {
    const { signIn } = await import("next-auth/react");
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok) return "signedIn";
    const wait = waitOf(answer?.error ?? "");
    return wait === undefined ? "refused" : { wait };
  } catch {
    // Nothing but the network is left: a refusal comes as an answer.
    return "offline";
  }
}
