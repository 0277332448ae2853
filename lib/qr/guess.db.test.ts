import { randomUUID } from "node:crypto";
import { afterAll, afterEach, expect, test } from "vitest";
import { makeMember, makeStore } from "@/drizzle/testing/factories";
import { findMember } from "@/lib/auth/queries";
import { FREE_TRIES } from "@/lib/auth/slow-down";
import { setClockOffset } from "@/lib/clock";
import { closeDb } from "@/lib/db";
import { guessWait, noteGuess } from "./guess";
import { scannerOf } from "./scanner";
import { findCode } from "./token-queries";

afterEach(() => setClockOffset(0));
afterAll(closeDb);

test("an address that names many codes there are not has to wait, and others have not", async () => {
  const address = randomUUID();
  for (let tried = 0; tried < FREE_TRIES.code; tried++) {
    expect(await guessWait(address)).toBe(0);
    await noteGuess(address);
  }
  expect(await guessWait(address)).toBeGreaterThan(0);
  expect(await guessWait(randomUUID())).toBe(0);
  setClockOffset(16 * 60_000);
  expect(await guessWait(address)).toBe(0);
});

test("a token that nobody was given names no code", async () => {
  expect(await findCode("0".repeat(40))).toBeUndefined();
});

test("who may scan belongs to the code's store, whichever of their stores is open", async () => {
  const [ours, theirs] = [await makeStore(), await makeStore()];
  const { id } = await makeMember(ours.id);
  const member = await findMember(ours.id, id);
  expect(await scannerOf(member, ours.id)).toEqual(member);
  expect(await scannerOf(member, theirs.id)).toBeUndefined();
  expect(await scannerOf(undefined, ours.id)).toBeUndefined();
});
