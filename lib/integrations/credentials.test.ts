import { expect, test } from "vitest";
import type { Fields } from "@/lib/tools/tool";
import {
  openCredentials,
  sealCredentials,
  secretsToRetype,
  shownCredentials,
  withKept,
} from "./credentials";

const label = { pl: "Pole", en: "Field" };
const fields: Fields = {
  url: { kind: "url", label },
  key: { kind: "secret", label },
  note: { kind: "text", label, optional: true },
  signing: { kind: "signing", label },
};
const known = {
  url: "https://old.example",
  key: "key-0123456789abcd",
  note: "stara",
  signing: "whsec_new/Key= whsec_old@2026-01-01T00:00:00.000Z",
};

test("opens what was sealed for this row, and nothing that was sealed for another", () => {
  const sealed = sealCredentials("sto_1", "int_1", known);
  expect(openCredentials("sto_1", "int_1", sealed)).toEqual(known);
  expect(() => openCredentials("sto_1", "int_2", sealed)).toThrow();
  expect(() => openCredentials("sto_2", "int_1", sealed)).toThrow();
});

test("shows of secrets only their ends, and of short ones nothing", () => {
  expect(shownCredentials(fields, { ...known, extra: "x" })).toEqual({
    values: { url: "https://old.example", note: "stara" },
    tails: { key: "abcd", signing: "Key=" },
  });
  expect(shownCredentials(fields, { key: "short" }).tails).toEqual({ key: "" });
});

test("keeps a secret that is left empty, and only a secret", () => {
  expect(withKept(fields, { url: "https://new.example", key: "", note: "" }, known)).toEqual({
    url: "https://new.example",
    key: known.key,
    note: "",
    signing: known.signing,
  });
});

test("takes no signing secret from a form", () => {
  expect(withKept(fields, { signing: "whsec_mine" }, {})).toEqual({});
});

test("asks for a secret again when the address it is sent to changes", () => {
  const typed = { url: "https://evil.example", key: "", note: "" };
  expect(secretsToRetype(fields, typed, known)).toEqual(["key"]);
  expect(secretsToRetype(fields, { ...typed, key: "anew" }, known)).toEqual([]);
  expect(secretsToRetype(fields, { ...typed, url: known.url }, known)).toEqual([]);
});
