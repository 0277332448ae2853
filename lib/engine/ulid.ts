import { randomBytes } from "node:crypto";
import { now } from "@/lib/clock";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MAX_MILLIS = 2 ** 48 - 1;

function encode(millis: number, entropy: Buffer): string {
  let bits = (BigInt(millis) << 80n) | BigInt(`0x${entropy.toString("hex")}`);
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}

/** 48 bits of milliseconds and 80 of chance in 26 letters; sorts by age. */
export function newUlid(): string {
  return encode(now().getTime(), randomBytes(10));
}

/** What the SDK sends with events: "milliseconds,base64 of 10 bytes". The same in each repetition of a request. */
export type Seed = { millis: number; entropy: Buffer };

/** The seed in the header, or null where it is absent or not one. */
export function readSeed(header: string | undefined): Seed | null {
  const [millis, encoded] = header?.split(",") ?? [];
  const entropy = Buffer.from(encoded ?? "", "base64");
  const time = Number(millis);
  const fits = Number.isInteger(time) && time > 0 && time <= MAX_MILLIS;
  return fits && entropy.length === 10 ? { millis: time, entropy } : null;
}

export function newSeed(): Seed {
  return { millis: now().getTime(), entropy: randomBytes(10) };
}

/** The id of the event at `index` in a request: a repeated request gives its events the same ids. */
export function seededUlid(seed: Seed, index: number): string {
  const entropy = Buffer.from(seed.entropy);
  entropy.writeUInt32BE((entropy.readUInt32BE(6) + index + 1) % 2 ** 32, 6);
  return encode(seed.millis, entropy);
}
