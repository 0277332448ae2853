import nodemailer, { type Transporter } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { z } from "zod";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { ToolError } from "@/lib/errors";
import { letterOf } from "./letter";
import { recorded } from "./record";
import { readSmtpError } from "./smtp-error";
import type { Exchange, SendMail } from "./tool";

const CONNECT_TIMEOUT_MS = 5_000;
/** Between two lines of the server; some scan a letter before they take it. */
const SILENCE_TIMEOUT_MS = 20_000;
const SMTP_PORTS = { "smtp:": 587, "smtps:": 465 };

export type MailServer = {
  /** smtp:// or smtps://, with the credentials in it. */
  url: string;
  /** An address, or "Name <address>". */
  from: string;
  /** How long it may say nothing. */
  silenceMs?: number;
};

let open: { url: string; transport: Transporter } | undefined;

/**
 * The door for letters. A letter goes to exactly one address, which is checked here: a mail
 * library reads lists, comments and line breaks into what it is given.
 */
export function openMail(exchanges: Exchange[], server?: MailServer): SendMail {
  return async (mail) => {
    const { url, from, silenceMs } = server ?? processServer();
    const transport = transportTo(url, silenceMs);
    const letter = letterOf(mail, from);
    const startedAt = now();
    const since = performance.now();
    const keep = (status: number | null, received: string) =>
      exchanges.push(
        recorded({
          method: "SMTP",
          url: withoutCredentials(url),
          headers: { to: mail.to, subject: letter.subject, "message-id": letter.messageId },
          sent: letter.text,
          status,
          received,
          startedAt: startedAt.toISOString(),
          ms: Math.round(performance.now() - since),
        }),
      );
    try {
      const { response } = await transport.sendMail(letter);
      keep(replyCode(response), response);
      return { accepted: true, response };
    } catch (error) {
      const fault = readSmtpError(error);
      keep(fault.status ?? null, fault.response);
      if (fault.refused) return { accepted: false, response: fault.response };
      throw new ToolError(fault.fault, `The mail server: ${fault.response}`, {
        sent: fault.sent,
        words: fault.words,
      });
    }
  };
}

/** Whether this installation sends letters at all. */
export const sendsLetters = () => env().SMTP_URL !== undefined;

/** Ends the connections that are kept open; for tests and for the end of a process. */
export function closeMail(): void {
  open?.transport.close();
  open = undefined;
}

function processServer(): MailServer {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (!url) throw new ToolError("unavailable", "SMTP_URL is not set", { sent: false });
  return { url, from };
}

function transportTo(url: string, silenceMs = SILENCE_TIMEOUT_MS): Transporter {
  if (open?.url !== url) {
    closeMail();
    open = { url, transport: connect(new URL(url), silenceMs) };
  }
  return open.transport;
}

function connect(url: URL, silenceMs: number): Transporter {
  const { username, password } = url;
  const options: SMTPPool.Options & { maxRequeues: number } = {
    pool: true,
    maxConnections: 2,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || SMTP_PORTS[z.enum(["smtp:", "smtps:"]).parse(url.protocol)],
    secure: url.protocol === "smtps:",
    auth: username
      ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
      : undefined,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    // By default a letter whose answer was lost is sent again, without an end and without a word.
    maxRequeues: 0,
  };
  return nodemailer.createTransport(options);
}

const withoutCredentials = (url: string) => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};
const replyCode = (response: string) => Number.parseInt(response, 10) || 250;
