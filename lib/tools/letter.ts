import { z } from "zod";
import { ToolError } from "@/lib/errors";
import type { Mail } from "./tool";

const LONGEST_SUBJECT = 200;
const PARAGRAPH = "margin:0 0 16px;line-height:1.5";

/** One address, and nothing that a header or the SMTP dialogue could read as more. */
const address = z
  .email()
  .max(254)
  .regex(/^[\x21-\x7e]+$/);

/** A letter as the mail library takes it; throws ToolError for an address that is none. */
export function letterOf(mail: Mail, from: string) {
  const to = address.safeParse(mail.to.trim());
  if (!to.success)
    throw new ToolError("config", "The recipient is not an e-mail address", { sent: false });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "easycart.invalid";
  return {
    from,
    to: { name: "", address: to.data },
    subject: oneLine(mail.subject).slice(0, LONGEST_SUBJECT),
    text: mail.text,
    html: htmlOf(mail.text),
    messageId: `<${mail.messageId.replace(/[^\w.-]/g, "")}@${domain}>`,
    // No automatic answer should answer an automatic letter.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
}

/** A customer's name may hold anything; a subject is one line. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

function htmlOf(text: string): string {
  const paragraphs = text
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .map((part) => `<p style="${PARAGRAPH}">${linked(part).replaceAll("\n", "<br>")}</p>`);
  return `<!doctype html><html><body style="font:15px/1.5 sans-serif;color:#1c1a17;max-width:600px">${paragraphs.join("")}</body></html>`;
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((part, i) => (i % 2 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join("");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
