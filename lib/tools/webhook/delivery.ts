import { createHmac } from "node:crypto";
import { z } from "zod";
import { now } from "@/lib/clock";
import { signingSecretsAt } from "../signing";
import type { ActionArgs, Contact, Occasion, Outcome, ToolFault } from "../tool";
import { ours } from "../words";

type Args = ActionArgs<Record<never, string>> & { credentials: { secret: string } };

/** Characters of an answer that are quoted. */
const QUOTED = 200;

/** Sends the event as Standard Webhooks 1.0.0 says. Only the status of the answer counts. */
export async function deliver({ http, contact, occasion, credentials }: Args): Promise<Outcome> {
  const at = now();
  const id = occasion.runId;
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const body = JSON.stringify(messageOf(occasion, contact));
  const signature = signingSecretsAt(credentials.secret, at)
    .map((secret) => `v1,${sign(secret, `${id}.${timestamp}.${body}`)}`)
    .join(" ");
  await http("POST", "", {
    body,
    headers: {
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signature,
    },
    read: "text",
    answers: { ok: z.string() },
  });
  return { outcome: "done" };
}

function messageOf(occasion: Occasion, contact: Contact) {
  const { store, product, automation, event, trigger } = occasion;
  return {
    // "access_expired" is written "access.expired": words joined by dots.
    type: trigger.replaceAll("_", "."),
    timestamp: event.receivedAt,
    data: {
      event: event.payload,
      automation,
      run: {
        id: occasion.runId,
        attempt: occasion.attempt,
        dueAt: occasion.dueAt,
        isSample: occasion.isSample,
      },
      product,
      store,
      customer: contact,
    },
  };
}

/** The HMAC's key is what the secret's base64 stands for. */
function sign(secret: string, text: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return createHmac("sha256", key).update(text).digest("base64");
}

/** Receivers misconfigure: all but "gone" and "later" is tried again. */
export function faults({ status, text }: { status: number; text: string }): ToolFault | undefined {
  const words = quotation(text);
  if (status === 410)
    return { fault: "config", pause: true, words: goneWords(words ?? "410 Gone") };
  if (status < 400 || status === 429) return undefined;
  return { fault: "unavailable", words };
}

function quotation(text: string): string | undefined {
  const isPage = /^\s*</.test(text);
  return isPage ? undefined : text.trim().slice(0, QUOTED) || undefined;
}

const goneWords = (said: string) =>
  ours({
    pl: `Odbiorca nie przyjmuje już danych: „${said}”. Włącz scenariusz po tamtej stronie albo popraw adres, potem sprawdź połączenie.`,
    en: `The receiver takes no more data: “${said}”. Switch the scenario on over there or correct the address, then check the connection.`,
  });
