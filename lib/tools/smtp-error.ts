import { z } from "zod";
import type { Fault } from "@/lib/errors";

const smtpError = z.object({
  message: z.string(),
  code: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.number().optional(),
});

type SmtpFault = {
  /** The server will take no letter for this recipient. */
  refused: boolean;
  fault: Fault;
  /** Whether the letter may have gone out. */
  sent: boolean;
  /** The reply code, if the server said anything. */
  status?: number;
  response: string;
  /** The server's own words. */
  words?: string;
};

/** Failures before any letter can have been handed over; the library gives others the same codes. */
const NOT_CONNECTED =
  /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EDNS|Greeting never received|Connection timeout|getaddrinfo|certificate|SSL|TLS/i;

/** What a failure of the mail library means. */
export function readSmtpError(error: unknown): SmtpFault {
  const parsed = smtpError.safeParse(error);
  if (!parsed.success)
    return { refused: false, fault: "unavailable", sent: true, response: String(error) };
  const { code, command, message, response = message, responseCode: status } = parsed.data;
  const answered = { status, response, words: parsed.data.response, sent: false };
  if (code === "EAUTH") return { ...answered, refused: false, fault: "auth" };
  if (status && status >= 500) {
    // "MAIL FROM" is about us, everything after it about this letter and its recipient.
    const refused = command !== "MAIL FROM" && (code === "EENVELOPE" || code === "EMESSAGE");
    return { ...answered, refused, fault: "config" };
  }
  if (status) return { ...answered, refused: false, fault: "unavailable" };
  const sent = !NOT_CONNECTED.test(`${code} ${message}`);
  return { refused: false, fault: "unavailable", sent, response: message };
}
