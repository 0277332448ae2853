import { expect, test } from "vitest";
import {
  currentSigningSecret,
  everySigningSecret,
  rotateSigningSecret,
  signingSecretsAt,
  withSigningSecrets,
} from "./signing";

const fields = {
  url: { kind: "url", label: { pl: "", en: "" } },
  secret: { kind: "signing", label: { pl: "", en: "" } },
} as const;
const NOW = new Date("2026-11-24T10:00:00.000Z");
const HOUR_MS = 3_600_000;
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

test("makes a secret of 256 bits where there is none, and keeps one that is", () => {
  const made = withSigningSecrets(fields, { url: "https://x.y" });
  expect(made.secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(withSigningSecrets(fields, made)).toEqual(made);
});

test("for a day after a rotation both sign, the new one first", () => {
  const { secret = "" } = withSigningSecrets(fields, {});
  const rotated = rotateSigningSecret(secret, NOW);
  const fresh = currentSigningSecret(rotated);
  expect(fresh).not.toBe(secret);
  expect(signingSecretsAt(rotated, after(23.9))).toEqual([fresh, secret]);
  expect(signingSecretsAt(rotated, after(24))).toEqual([fresh]);
  expect(everySigningSecret(rotated)).toEqual([fresh, secret]);
});

test("a second rotation ends the oldest one", () => {
  const { secret = "" } = withSigningSecrets(fields, {});
  const once = rotateSigningSecret(secret, NOW);
  const twice = rotateSigningSecret(once, after(1));
  expect(signingSecretsAt(twice, after(2))).toEqual([
    currentSigningSecret(twice),
    currentSigningSecret(once),
  ]);
});
