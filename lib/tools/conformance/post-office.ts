import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { closeMail } from "../mail";

export const PASSWORD = "smtp-password-3f9c";

type Letter = { to: string[]; raw: string };
export type Refusal =
  | { at: "auth" | "recipient" | "data"; code: number }
  | { at: "silence" | "hangup" };

/** A mail server that takes letters, or refuses them as told. */
export type PostOffice = {
  url: string;
  letters: Letter[];
  /** Letters after which it hung up without an answer. */
  dropped: () => number;
  refuse: (refusal: Refusal | undefined) => void;
  stop: () => Promise<void>;
};

export async function openPostOffice(): Promise<PostOffice> {
  const letters: Letter[] = [];
  let dropped = 0;
  let refusal: Refusal | undefined;
  const refused = (at: string) => {
    if (refusal?.at !== at || !("code" in refusal)) return null;
    return Object.assign(new Error("Refused for the test"), { responseCode: refusal.code });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onAuth: (auth, _, done) => done(refused("auth"), { user: auth.username }),
    onRcptTo: (_, __, done) => done(refused("recipient")),
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (chunk) => {
        raw += chunk;
      });
      stream.on("end", () => {
        if (refusal?.at === "silence") return;
        if (refusal?.at === "hangup") {
          dropped += 1;
          for (const connection of server.connections) connection.close();
          return;
        }
        const error = refused("data");
        if (!error)
          letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done(error);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://sklep:${PASSWORD}@127.0.0.1:${port}`,
    letters,
    dropped: () => dropped,
    refuse: (next) => {
      refusal = next;
    },
    stop: async () => {
      closeMail();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
