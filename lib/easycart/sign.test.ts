import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { matchSignature, signBody } from "./sign";

const KEY = "klucz-podpisu";
const value = { url: "https://przyklad.test/ł", price: 297, name: "Łódź" };
const hmac = (text: string) => createHmac("sha256", KEY).update(text).digest("hex");
const php =
  '{"url":"https:\\/\\/przyklad.test\\/\\u0142","price":297,"name":"\\u0141\\u00f3d\\u017a"}';
const spaced = JSON.stringify(value, null, 2);

const match = (signature: string, text: string) =>
  matchSignature(signature, Buffer.from(text), JSON.parse(text), KEY);

describe("matchSignature", () => {
  test.each([
    ["the bytes as they came", hmac(spaced), spaced, "raw"],
    ["the bytes as PHP writes them", hmac(php), php, "raw"],
    ["what the vendor's example signs", hmac(JSON.stringify(value)), spaced, "compact"],
    ["the re-encoded body of a PHP sender", hmac(JSON.stringify(value)), php, "compact"],
    ["what PHP signed before somebody re-encoded it", hmac(php), spaced, "compact"],
    ["a prefix", `sha256=${hmac(spaced)}`, spaced, "raw"],
    ["capitals", hmac(spaced).toUpperCase(), spaced, "raw"],
    ["spaces around", ` ${hmac(spaced)} `, spaced, "raw"],
  ])("fits %s", (_, signature, body, form) => {
    expect(match(signature, body)).toBe(form);
  });

  test.each([
    ["another key", createHmac("sha256", "inny").update(spaced).digest("hex")],
    ["another body", hmac(`${spaced} `)],
    ["a cut one", hmac(spaced).slice(0, 62)],
    ["no hex", "z".repeat(64)],
    ["another prefix", `sha1=${hmac(spaced)}`],
    ["nothing", ""],
  ])("does not fit %s", (_, signature) => {
    expect(match(signature, spaced)).toBeUndefined();
  });
});

test("signBody signs as the documented header says", () => {
  expect(signBody("body", KEY)).toBe(hmac("body"));
});
