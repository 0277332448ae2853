import { expect, test } from "vitest";
import { newUlid, readSeed, seededUlid } from "./ulid";

test("a seed gives each event of a request its own id, the same at each repetition", () => {
  const seed = readSeed("1795501676462,BRW4mnHpgciosQ==");
  if (!seed) throw new Error("No seed");
  const ids = [0, 1, 2].map((index) => seededUlid(seed, index));
  expect(ids).toEqual([0, 1, 2].map((index) => seededUlid(seed, index)));
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  // Time in the first ten letters: 1795501676462 ms.
  expect(ids[0]?.slice(0, 10)).toBe(newUlidAt(1_795_501_676_462));
});

const newUlidAt = (millis: number) =>
  seededUlid({ millis, entropy: Buffer.alloc(10) }, 0).slice(0, 10);

test.each([undefined, "", "abc", "1795501676462", "1795501676462,AA==", "-1,BRW4mnHpgciosQ=="])(
  "%s is no seed",
  (header) => expect(readSeed(header)).toBeNull(),
);

test("ids differ and sort by age", () => {
  const ids = Array.from({ length: 1000 }, newUlid);
  expect(new Set(ids).size).toBe(1000);
  expect((ids[0] ?? "").slice(0, 10) <= (ids[999] ?? "").slice(0, 10)).toBe(true);
});
