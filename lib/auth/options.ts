import "server-only";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { appUrl, env } from "@/lib/env";
import { log } from "@/lib/log";
import { callerAddress } from "./address";
import { checkPassword } from "./sign-in";
import { waitCode } from "./wait";

/** next-auth as this app uses it. A function, because the environment is read at first use. */
export function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: appUrl().startsWith("https://"),
    session: { strategy: "jwt" },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const address = callerAddress(request.headers?.["x-forwarded-for"]);
          const signedIn = await checkPassword(credentials, address);
          if (signedIn === "refused") return null;
          if ("wait" in signedIn) throw new Error(waitCode(signedIn.wait));
          return { id: signedIn.userId, storeId: signedIn.storeId };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user && "storeId" in user) token.storeId = user.storeId;
        return token;
      },
      // The browser needs nothing of it: pages read the member on the server.
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code, metadata) => log.error({ code, metadata }, "auth.failed"),
      warn: (code) => log.debug({ code }, "auth.warning"),
      debug: (code) => log.debug({ code }, "auth.debug"),
    },
  };
}
