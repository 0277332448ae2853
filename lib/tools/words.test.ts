import { expect, test } from "vitest";
import { ours, readWords } from "./words";

test("our words come back in the reader's language, a tool's own as they are", () => {
  const packed = ours({ pl: "Tej listy nie ma", en: "This list is gone" });
  expect(readWords(packed, "pl")).toEqual({ text: "Tej listy nie ma", ours: true });
  expect(readWords(packed, "en")).toEqual({ text: "This list is gone", ours: true });
  expect(readWords("Not Found", "pl")).toEqual({ text: "Not Found", ours: false });
  expect(readWords('{"message":"x"}', "pl")).toEqual({ text: '{"message":"x"}', ours: false });
});
