import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPostOffice, PASSWORD, type PostOffice } from "./conformance/post-office";
import { openMail } from "./mail";
import type { Exchange, Mail } from "./tool";

const FROM = "EasyCart <powiadomienia@sklep.example>";
const MAIL: Mail = {
  to: "sklep+kurs@poczta.example",
  subject: "Kurs: Żaneta Łuczak",
  text: "Dzień dobry,\n\nnowa osoba: <Żaneta>\nhttps://sklep.example/a?b=1&c=2.",
  messageId: "run_01h",
};

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.stop());
beforeEach(() => {
  office.letters.length = 0;
});

async function posted(mail: Partial<Mail> = {}) {
  const exchanges: Exchange[] = [];
  const answer = await openMail(exchanges, { url: office.url, from: FROM })({ ...MAIL, ...mail });
  const [letter] = office.letters;
  if (!letter) throw new Error("Nothing arrived");
  return { answer, exchanges, to: letter.to, parsed: await simpleParser(letter.raw) };
}

test("a letter arrives as text and as HTML, and says that a machine wrote it", async () => {
  const { answer, to, parsed } = await posted();
  expect(answer).toMatchObject({ accepted: true });
  expect(to).toEqual(["sklep+kurs@poczta.example"]);
  expect(parsed.subject).toBe(MAIL.subject);
  expect(parsed.text?.trim()).toBe(MAIL.text);
  expect(parsed.messageId).toBe("<run_01h@sklep.example>");
  expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  const html = String(parsed.html);
  expect(html).toContain("nowa osoba: &lt;Żaneta&gt;<br>");
  expect(html).toContain('<a href="https://sklep.example/a?b=1&amp;c=2">');
});

test("a customer's name can't add a header", async () => {
  const { parsed, to } = await posted({ subject: "Kurs: Ada\r\nBcc: evil@x.example\r\n\r\nHi" });
  expect(parsed.subject).toBe("Kurs: Ada Bcc: evil@x.example Hi");
  expect([parsed.bcc, to]).toEqual([undefined, ["sklep+kurs@poczta.example"]]);
});

test.each([
  "a@x.example\r\nRCPT TO:<evil@y.example>",
  "a@x.example, b@y.example",
  "Ada <a@x.example>",
  "a@x.example (comment)",
  '"a b"@x.example',
  "",
])("%j is not one address, and nothing is sent", async (to) => {
  const send = openMail([], { url: office.url, from: FROM });
  await expect(send({ ...MAIL, to })).rejects.toMatchObject({ fault: "config", sent: false });
  expect(office.letters).toEqual([]);
});

test("the record tells what was sent, and not how we sign in", async () => {
  const { exchanges } = await posted();
  expect(exchanges).toMatchObject([
    {
      method: "SMTP",
      status: 250,
      sent: MAIL.text,
      headers: { to: MAIL.to, "message-id": "<run_01h@sklep.example>" },
    },
  ]);
  expect(exchanges[0]?.url).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
  expect(JSON.stringify(exchanges)).not.toContain(PASSWORD);
});

test("the server's refusal is handed on in its words", async () => {
  office.refuse({ at: "recipient", code: 550 });
  const exchanges: Exchange[] = [];
  const answer = await openMail(exchanges, { url: office.url, from: FROM })(MAIL);
  office.refuse(undefined);
  expect(answer).toEqual({ accepted: false, response: expect.stringContaining("Refused") });
  expect(exchanges[0]?.status).toBe(550);
});

test("a letter whose answer was lost is not sent again behind our back", async () => {
  office.refuse({ at: "hangup" });
  const send = openMail([], { url: office.url, from: FROM })(MAIL);
  await expect(send).rejects.toMatchObject({ fault: "unavailable", sent: true });
  office.refuse(undefined);
  await posted({ messageId: "run_02h" });
  expect([office.dropped(), office.letters.length]).toEqual([1, 1]);
});
