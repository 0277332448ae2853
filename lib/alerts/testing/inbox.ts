import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Letter = { subject: string; text: string; id: string };

/** A mail server of its own for a test file. */
export async function openInbox() {
  const letters = new Map<string, Letter[]>();
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 200,
    disabledCommands: ["STARTTLS"],
    onMailFrom(_address, _session, done) {
      done(refusing ? Object.assign(new Error("Try again later"), { responseCode: 451 }) : null);
    },
    onData(stream, session, done) {
      simpleParser(stream).then(({ subject = "", text = "", messageId = "" }) => {
        for (const { address } of session.envelope.rcptTo)
          letters.set(address, [...(letters.get(address) ?? []), { subject, text, id: messageId }]);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    /** Whether it takes nothing for a while. */
    refuse: (now: boolean) => {
      refusing = now;
    },
    to: (email: string) => letters.get(email) ?? [],
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
